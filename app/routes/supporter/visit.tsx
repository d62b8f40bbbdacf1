import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { holdVisit } from '#app/features/activity/commands/hold-visit.server.ts'
import { signalVisit } from '#app/features/activity/commands/signal-visit.server.ts'
import { HoldVisitForm, PassOnStopForm, SignalForm } from '#app/features/activity/forms/visit.ts'
import { activityMessages } from '#app/features/activity/messages/activity.ts'
import { presentMyVisit } from '#app/features/activity/presenter/visits.ts'
import { getMyVisit } from '#app/features/activity/queries/visits.server.ts'
import { MyVisit } from '#app/features/activity/ui/my-visit.tsx'
import { passOnStop } from '#app/features/stopping/commands/pass-on-stop.server.ts'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '訪問の予定｜マイページ' }]

export const loader = page({ audience: 'supporter', action: 'visit.view' }, async ({ ctx, params }) => {
  const facts = await getMyVisit(ctx, params.visitId ?? '')
  return facts && presentMyVisit(facts, ctx.clock.now())
})

const here = (visitId: string | undefined) => `/my/visits/${visitId}`

export const action = submitAny({ audience: 'supporter', action: 'visit.signal' }, activityMessages, {
  arrive: intent({
    schema: SignalForm,
    run: ({ ctx, params }) => signalVisit(ctx, { visitId: params.visitId ?? '', kind: 'arrive' }),
    done: ({ asked }) => ({ to: here(asked.params.visitId), flash: '着いたことを、担当に伝えました。' }),
  }),
  leave: intent({
    schema: SignalForm,
    run: ({ ctx, params }) => signalVisit(ctx, { visitId: params.visitId ?? '', kind: 'leave' }),
    done: ({ asked }) => ({ to: here(asked.params.visitId), flash: '出たことを、担当に伝えました。' }),
  }),
  hold: intent({
    schema: HoldVisitForm,
    action: 'visit.hold',
    run: ({ ctx, input, params }) => holdVisit(ctx, { ...input, visitId: params.visitId ?? '' }),
    done: ({ asked }) => ({ to: here(asked.params.visitId), flash: '受け取りました。報告は、落ち着いてからでかまいません。' }),
  }),
  passOn: intent({
    schema: PassOnStopForm,
    action: 'stop.say',
    run: ({ ctx, params }) => passOnStop(ctx, { visitId: params.visitId ?? '' }),
    done: ({ asked }) => ({ to: here(asked.params.visitId), flash: '担当に伝えました。これからの予定は、すべて取り消しました。' }),
  }),
})

export default function Visit() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const fields = returnedFields(useActionData<typeof action>(), 'visit')
  return (
    <MyPage flash={flash} help={view.help}>
      <ErrorSummary entries={fields.entries.map((entry) => ({ ...entry, fieldId: null }))} />
      <MyVisit view={view} formKey={formKey} />
    </MyPage>
  )
}
