import { getFormProps, useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { helpDeskOf } from '#app/features/directory/queries.server.ts'
import { askForHelp } from '#app/features/safety/commands/ask-for-help.server.ts'
import { reportIncident } from '#app/features/safety/commands/report-incident.server.ts'
import { AskForHelpForm, FirstReportForm } from '#app/features/safety/forms.ts'
import { messages } from '#app/features/safety/messages.ts'
import { presentEmergency } from '#app/features/safety/presenter.ts'
import { getEmergencyContacts } from '#app/features/safety/queries.server.ts'
import { FirstReport, SafetyFirst } from '#app/features/safety/ui/supporter-incident.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'けがや、こまったこと｜よりそい' }]

export const loader = page({ audience: 'supporter', action: 'incident.report' }, async ({ ctx, params, url }) => {
  const visitId = params.visitId ?? ''
  const found = await getEmergencyContacts(ctx, visitId)
  if (!found) return null
  const help = await helpDeskOf(ctx, found.bodyId)
  const view = presentEmergency(found.steps, visitId, ctx.clock.now(), help)
  return { ...view, recording: url.searchParams.get('step') === 'record' }
})

export const action = submitAny({ audience: 'supporter', action: 'incident.report' }, messages, {
  help: intent({
    schema: AskForHelpForm,
    run: ({ ctx, params }) => askForHelp(ctx, { visitId: params.visitId ?? '' }),
    done: ({ value }) => ({ to: `/my/incidents/${value.incidentId}` }),
  }),
  record: intent({
    schema: FirstReportForm,
    run: ({ ctx, input, params }) => reportIncident(ctx, { ...input, visitId: params.visitId ?? '' }),
    done: ({ value }) => ({ to: `/my/incidents/${value.incidentId}` }),
  }),
})

export default function IncidentNew() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: 'incident',
    lastResult: returned?.lastResult,
    defaultValue: view.defaults,
  })
  const recording = view.recording || returned?.intent === 'record'
  return (
    <MyPage flash={flash} help={view.help}>
      <ErrorSummary form={form} />
      {recording ? (
        <FirstReport view={view} formKey={formKey} formProps={getFormProps(form)} fields={fields as never} />
      ) : (
        <SafetyFirst view={view} formKey={formKey} />
      )}
    </MyPage>
  )
}
