import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applyDraft, contactTyped, nested, personIn, type Typed, typedOf } from '#app/features/training/apply-draft.ts'
import { ApplyContactForm, KeepTypedForm } from '#app/features/training/forms.ts'
import { messages } from '#app/features/training/messages.ts'
import { presentPublicCourse } from '#app/features/training/presenter/public.ts'
import { getPublicCourse } from '#app/features/training/queries/public.server.ts'
import { ApplyStep } from '#app/features/training/ui/apply-pages.tsx'
import { ContactFields, ContactHidden, type ContactTyped } from '#app/features/training/ui/contact-fields.tsx'
import { goOn } from '#app/http/answers.server.ts'
import { readDraft, saveDraft } from '#app/http/drafts.server.ts'
import { type Asked, page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ok, refuse } from '#app/shared/result.ts'

export const meta: MetaFunction = () => [{ title: '連絡の方法｜研修の申込み' }]

const door = { audience: 'public', action: 'application.submit' } as const

export const loader = page(door, async (asked) => {
  const courseId = asked.params.courseId ?? ''
  const facts = await getPublicCourse(asked.ctx, courseId)
  if (!facts) return null
  const course = presentPublicCourse(facts, asked.ctx.clock.today())
  const typed = await readDraft(asked, applyDraft, courseId)
  if (!course.apply || !personIn(typed)) return goOn(course.apply ?? `/courses/${courseId}`)
  const later = { voicemail: 'later', senderName: 'later', familyMayKnow: 'later', registerWish: 'later' }
  return { course, typed: { ...later, ...nested(typed) } as Partial<ContactTyped> }
})

/** Nothing is kept for a course that nobody can see. */
async function courseIsThere({ ctx, params }: Asked) {
  return (await getPublicCourse(ctx, params.courseId ?? '')) ? ok(null) : refuse('notFound')
}

async function keep(asked: Asked, typed: Typed): Promise<string[]> {
  const courseId = asked.params.courseId ?? ''
  const before = await readDraft(asked, applyDraft, courseId)
  return saveDraft(asked, applyDraft, courseId, { ...before, ways: [], callTimes: [], ...typed })
}

export const action = submitAny(door, messages, {
  send: intent({
    schema: ApplyContactForm,
    run: courseIsThere,
    done: async ({ asked, input }) => ({
      to: `/courses/${asked.params.courseId}/apply/confirm`,
      cookies: await keep(asked, contactTyped(input)),
    }),
  }),
  later: intent({
    schema: KeepTypedForm,
    run: courseIsThere,
    done: async ({ asked, input }) => ({
      to: `/courses/${asked.params.courseId}`,
      flash: 'ここまでの入力を保存しました。30日のあいだは、この端末で続きから書けます。',
      cookies: await keep(asked, typedOf(input)),
    }),
  }),
})

export default function ApplyContact() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm<ContactTyped>({ lastResult: returned?.lastResult, defaultValue: view.typed })
  return (
    <ApplyStep
      course={view.course} form={form} flash={flash} at={2} title="連絡の方法" lead="あなたが安心できる方法でご連絡します。"
      back={view.course.apply ?? '/'} kept="前のページの入力は、保存してあります。" hidden={<ContactHidden formKey={formKey} />}
    >
      <ContactFields fields={fields} />
    </ApplyStep>
  )
}
