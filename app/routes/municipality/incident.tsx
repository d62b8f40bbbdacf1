import { getFormProps, useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addReport } from '#app/features/safety/commands/add-report.server.ts'
import { closeIncident } from '#app/features/safety/commands/close-incident.server.ts'
import { recordCall } from '#app/features/safety/commands/record-call.server.ts'
import { CloseForm, FollowUpForm, RecordCallForm } from '#app/features/safety/forms.ts'
import { messages } from '#app/features/safety/messages.ts'
import { presentIncident } from '#app/features/safety/presenter.ts'
import { getIncident } from '#app/features/safety/queries.server.ts'
import { IncidentPage } from '#app/features/safety/ui/desk-incident.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '事故｜よりそい' }]

const door = { audience: 'staff', action: 'incident.handle' } as const

export const loader = page(door, async ({ ctx, params }) => {
  const facts = await getIncident(ctx, params.incidentId ?? '')
  return facts && presentIncident(facts, ctx.actor, ctx.clock.now())
})

function later(event: 'addFollowUp' | 'addFinal', flash: string) {
  return intent({
    schema: FollowUpForm,
    run: ({ ctx, input, params }) => addReport(ctx, { ...input, event, incidentId: params.incidentId ?? '' }),
    done: ({ value }) => ({ to: `/desk/incidents/${value.incidentId}`, flash }),
  })
}

export const action = submitAny(door, messages, {
  followUp: later('addFollowUp', '続報を記録しました。'),
  final: later('addFinal', '最後の報告を記録し、事故報告書をつくりました。'),
  call: intent({
    schema: RecordCallForm,
    run: ({ ctx, input, params }) => recordCall(ctx, { ...input, incidentId: params.incidentId ?? '' }),
    done: ({ value }) => ({ to: `/desk/incidents/${value.incidentId}`, flash: '連絡の記録をつけました。' }),
  }),
  close: intent({
    schema: CloseForm,
    run: ({ ctx, input, params }) => closeIncident(ctx, { ...input, incidentId: params.incidentId ?? '' }),
    done: ({ value }) => ({ to: `/desk/incidents/${value.incidentId}`, flash: '記録を閉じました。' }),
  }),
})

export default function Incident() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const ofCall = returned?.intent === 'call'
  const [report, reportFields] = useForm({ id: 'report', lastResult: ofCall ? undefined : returned?.lastResult })
  const [call, callFields] = useForm({
    id: 'called',
    lastResult: ofCall ? returned?.lastResult : undefined,
    defaultValue: { calledAt: view.now },
  })
  return (
    <Desk frame={frame} flash={flash}>
      <IncidentPage
        view={view}
        forms={{
          formKey,
          report: { props: getFormProps(report), form: report, fields: reportFields as never },
          call: { props: { onSubmit: call.onSubmit, noValidate: true }, form: call, fields: callFields as never },
        }}
      />
    </Desk>
  )
}
