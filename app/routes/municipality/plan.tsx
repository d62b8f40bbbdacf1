import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { offerPlan } from '#app/features/dispatch/commands/offer-plan.server.ts'
import { recordAgreement } from '#app/features/dispatch/commands/record-agreement.server.ts'
import { writePlan } from '#app/features/dispatch/commands/write-plan.server.ts'
import { OfferForm, PlanForm, RecordAgreementForm } from '#app/features/dispatch/forms/plan.ts'
import { planMessages } from '#app/features/dispatch/messages/plan.ts'
import { presentPlanDesk } from '#app/features/dispatch/presenter/plan-desk.ts'
import { getDispatch } from '#app/features/dispatch/queries/dispatch-page.server.ts'
import { PlanDesk, PlanPreview } from '#app/features/dispatch/ui/plan-desk.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '活動計画｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'plan.view' }, async ({ ctx, params, url }) => {
  const facts = await getDispatch(ctx, params.dispatchId ?? '')
  const plan = facts && presentPlanDesk(facts, ctx.actor, ctx.clock.now())
  return plan && { plan, preview: url.searchParams.get('look') === '1' }
})

const here = (dispatchId: string | undefined, look = '') => `/desk/dispatches/${dispatchId}/plan${look}`

export const action = submitAny({ audience: 'staff', action: 'plan.write' }, planMessages, {
  save: intent({
    schema: PlanForm,
    run: ({ ctx, input: { newestNo, version, ...text }, params }) =>
      writePlan(ctx, { dispatchId: params.dispatchId ?? '', newestNo, version, text }),
    done: ({ asked, value }) => ({ to: here(asked.params.dispatchId, '?look=1'), flash: `第${value.no}版の下書きを保存しました。` }),
  }),
  offer: intent({
    schema: OfferForm,
    action: 'plan.offer',
    run: ({ ctx, input, params }) => offerPlan(ctx, { ...input, dispatchId: params.dispatchId }),
    done: ({ asked }) => ({ to: here(asked.params.dispatchId), flash: 'みなさんにお示ししました。返事を待っています。' }),
  }),
  record: intent({
    schema: RecordAgreementForm,
    action: 'agreement.record',
    run: ({ ctx, input, params }) => recordAgreement(ctx, { ...input, dispatchId: params.dispatchId }),
    done: ({ asked, value }) => ({
      to: here(asked.params.dispatchId),
      flash: value.agreedByAll ? 'お返事を記録しました。みなさんの同意がそろいました。' : 'お返事を記録しました。',
    }),
  }),
})

export default function Plan() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const fields = returnedFields(useActionData<typeof action>(), 'plan')
  const preview = view.preview && !fields.failed
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary entries={fields.entries} />
      {preview ? <PlanPreview view={view.plan} formKey={formKey} /> : <PlanDesk view={view.plan} formKey={formKey} fields={fields} />}
    </Desk>
  )
}
