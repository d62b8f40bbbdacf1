import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { submitReport } from '#app/features/activity/commands/submit-report.server.ts'
import { handedInOf, ReportDraftForm, ReportForm, SendReportForm } from '#app/features/activity/forms/report.ts'
import { activityMessages } from '#app/features/activity/messages/activity.ts'
import { presentReportForm } from '#app/features/activity/presenter/report-form.ts'
import { getMyVisit } from '#app/features/activity/queries/visits.server.ts'
import { ReportClosed, ReportConfirming, ReportWriting } from '#app/features/activity/ui/my-report.tsx'
import { useAutosave } from '#app/features/activity/ui/use-autosave.ts'
import { dropDraft, readDraft, saveDraft } from '#app/http/drafts.server.ts'
import { type Asked, page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '活動の報告｜マイページ' }]

const form = 'report'
const visitOf = ({ params }: Asked) => params.visitId ?? ''
const here = (asked: Asked, step = '') => `/my/visits/${visitOf(asked)}/report${step}`

export const loader = page({ audience: 'supporter', action: 'report.write' }, async (asked) => {
  const facts = await getMyVisit(asked.ctx, visitOf(asked))
  if (!facts) return null
  const draft = await readDraft(asked, form, visitOf(asked))
  const confirming = asked.url.searchParams.get('step') === 'confirm'
  return presentReportForm(facts, { draft, confirming, now: asked.ctx.clock.now() })
})

/** Keeps what was typed, if the visit is the writer's own. */
async function keep(asked: Asked, typed: Record<string, string | undefined>) {
  if (!(await getMyVisit(asked.ctx, visitOf(asked)))) return { ok: false as const, refusal: { code: 'notFound' } }
  const values = Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text ?? '']))
  await saveDraft(asked, form, visitOf(asked), values)
  return { ok: true as const, value: null }
}

export const action = submitAny({ audience: 'supporter', action: 'report.write' }, activityMessages, {
  keep: intent({
    schema: ReportDraftForm,
    run: (sent) => keep(sent, sent.input),
    done: () => Response.json({ kept: true }),
  }),
  save: intent({
    schema: ReportDraftForm,
    run: (sent) => keep(sent, sent.input),
    done: ({ asked }) => ({ to: `/my/visits/${visitOf(asked)}`, flash: '書いたところまで保存しました。つづきは、いつでも書けます。' }),
  }),
  confirm: intent({
    schema: ReportForm,
    run: (sent) => {
      const { worry, self, cost, ...rest } = sent.input
      return keep(sent, { ...rest, worry: worry ?? '', self: self ?? '', cost: cost === null ? '' : String(cost) })
    },
    done: ({ asked }) => ({ to: here(asked, '?step=confirm') }),
  }),
  send: intent({
    schema: SendReportForm,
    run: async (sent) => {
      const facts = await getMyVisit(sent.ctx, visitOf(sent))
      if (!facts) return { ok: false as const, refusal: { code: 'notFound' } }
      const found = handedInOf(await readDraft(sent, form, visitOf(sent)), facts.report)
      if (!found.ok) return found
      if (!found.value) return { ok: true as const, value: { reportId: '' } }
      return submitReport(sent.ctx, { ...found.value, visitId: visitOf(sent) })
    },
    done: async ({ asked }) => {
      await dropDraft(asked, form, visitOf(asked))
      return { to: '/my/reports', flash: '報告を受け取りました。担当が必ずお返事します。' }
    },
  }),
})

export default function Report() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const fields = returnedFields(useActionData<typeof action>(), 'report')
  const { saving, onInput } = useAutosave()
  const confirming = view.confirm !== null && !fields.failed
  return (
    <MyPage flash={flash} help={view.help}>
      <ErrorSummary entries={fields.entries} />
      {view.closed ? <ReportClosed view={view} reason={view.closed} />
        : confirming ? <ReportConfirming view={view} formKey={formKey} />
        : <ReportWriting view={view} formKey={formKey} fields={fields} saving={saving} onInput={onInput} />}
    </MyPage>
  )
}
