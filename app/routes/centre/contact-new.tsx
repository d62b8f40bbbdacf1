import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useFetcher, useLoaderData } from '@remix-run/react'
import { recordContact } from '#app/features/cases/commands/record-contact.server.ts'
import { KeepDraftForm, RecordContactForm } from '#app/features/cases/forms/contact.ts'
import { messages } from '#app/features/cases/messages/case.ts'
import { draftToKeep, presentContactDesk, savedSentence } from '#app/features/cases/presenter/desks.ts'
import { getContactDesk } from '#app/features/cases/queries/case.server.ts'
import { type ContactField, ContactForm } from '#app/features/cases/ui/contact-form.tsx'
import { dropDraft, readDraft, saveDraft } from '#app/http/drafts.server.ts'
import { type Asked, page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ok, refuse } from '#app/shared/result.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '電話・連絡の記録｜よりそい' }]

const door = { audience: 'staff', action: 'contact.record' } as const
const draftName = 'contact'

export const loader = page(door, async (asked) => {
  const { ctx, params } = asked
  const facts = await getContactDesk(ctx, params.caseId ?? '')
  return facts && presentContactDesk(facts, await readDraft(asked, draftName, facts.head.id), ctx.clock.now())
})

/** Keeps what is typed, for its writer alone. */
async function keep(asked: Asked, input: Record<string, unknown>): Promise<string> {
  const { ctx, params } = asked
  const now = ctx.clock.now()
  await saveDraft(asked, draftName, params.caseId ?? '', draftToKeep(input, now))
  return savedSentence(now)
}

/** A draft is kept for a case of one's own alone. */
async function caseIsThere({ ctx, params }: Asked) {
  return (await getContactDesk(ctx, params.caseId ?? '')) ? ok(null) : refuse('notFound')
}

export const action = submitAny(door, messages, {
  send: intent({
    schema: RecordContactForm,
    run: ({ ctx, input, params }) => recordContact(ctx, { ...input, caseId: params.caseId ?? '' }),
    done: async ({ asked }) => {
      await dropDraft(asked, draftName, asked.params.caseId ?? '')
      return { to: `/desk/cases/${asked.params.caseId}`, flash: '連絡を記録しました。' }
    },
  }),
  keep: intent({
    schema: KeepDraftForm,
    run: caseIsThere,
    done: async ({ asked, input }) => ({ to: `/desk/cases/${asked.params.caseId}`, flash: `${await keep(asked, input)}。続きから書けます。` }),
  }),
  autosave: intent({
    schema: KeepDraftForm,
    run: caseIsThere,
    done: async ({ asked, input }) => Response.json({ saved: await keep(asked, input) }),
  }),
})

type Typed = Record<ContactField, string | string[]>

export default function ContactNew() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const keeper = useFetcher<{ saved?: string }>()
  const started = { on: view.today, at: view.now, reached: 'talked', kind: 'consultation', minutes: '' }
  const lastResult = returned && 'lastResult' in returned ? returned.lastResult : undefined
  const [form, fields] = useForm<Typed>({ lastResult, defaultValue: { ...started, ...view.typed } })
  function onKeep(element: HTMLFormElement) {
    const data = new FormData(element)
    data.set('_intent', 'autosave')
    keeper.submit(data, { method: 'post' })
  }
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary form={form} />
      <ContactForm view={view} formId={form.id} formKey={formKey} fields={fields} saved={keeper.data?.saved ?? null} onKeep={onKeep} />
    </Desk>
  )
}
