import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { adviseReport } from '#app/features/activity/commands/advise-report.server.ts'
import { AdviceForm } from '#app/features/activity/forms/report.ts'
import { activityMessages } from '#app/features/activity/messages/activity.ts'
import { presentReport } from '#app/features/activity/presenter/reports.ts'
import { getReport } from '#app/features/activity/queries/reports.server.ts'
import { ReportPage } from '#app/features/activity/ui/desk-reports.tsx'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '活動報告と助言｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'report.view' }, async ({ ctx, params }) => {
  const facts = await getReport(ctx, params.reportId ?? '')
  return facts && presentReport(facts, ctx.actor, ctx.clock.today())
})

export const action = submit({ audience: 'staff', action: 'report.advise' }, activityMessages, {
  schema: AdviceForm,
  run: ({ ctx, input, params }) => adviseReport(ctx, { ...input, reportId: params.reportId ?? '' }),
  done: ({ value }) => ({ to: `/desk/reports/${value.reportId}`, flash: '助言を送りました。メールには「返事があります」とだけ書きます。' }),
})

export default function Report() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const fields = returnedFields(useActionData<typeof action>(), 'report')
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary entries={fields.entries} />
      <ReportPage view={view} formKey={formKey} fields={fields} />
    </Desk>
  )
}
