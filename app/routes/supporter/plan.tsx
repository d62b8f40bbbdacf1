import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerPlan } from '#app/features/dispatch/commands/answer-plan.server.ts'
import { PlanAnswerForm } from '#app/features/dispatch/forms/plan.ts'
import { planMessages } from '#app/features/dispatch/messages/plan.ts'
import { presentPlanRead } from '#app/features/dispatch/presenter/plan-read.ts'
import { getPlanOfSupporter } from '#app/features/dispatch/queries/plan-read.server.ts'
import { PlanAnswer } from '#app/features/dispatch/ui/plan-answer.tsx'
import { PlanSheetPhone } from '#app/features/dispatch/ui/plan-sheet.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Lead, Note, Title } from '#app/ui/phone.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '活動の約束｜マイページ' }]

export const loader = page({ audience: 'supporter', action: 'plan.view' }, async ({ ctx, params }) => {
  const facts = await getPlanOfSupporter(ctx, params.planVersionId ?? '')
  return facts && presentPlanRead(facts, 'my')
})

const schema = PlanAnswerForm
const here = (planVersionId: string | undefined) => `/my/plans/${planVersionId}`

export const action = submitAny({ audience: 'supporter', action: 'agreement.answer' }, planMessages, {
  agree: intent({
    schema,
    run: ({ ctx, input, params }) => answerPlan(ctx, { ...input, planVersionId: params.planVersionId ?? '', answer: 'agree' }),
    done: ({ value, asked }) => ({
      to: here(asked.params.planVersionId),
      flash: value.agreedByAll ? 'お返事を受け取りました。みなさんの同意がそろいました。' : 'お返事を受け取りました。',
    }),
  }),
  change: intent({
    schema,
    run: ({ ctx, input, params }) => answerPlan(ctx, { ...input, planVersionId: params.planVersionId ?? '', answer: 'change' }),
    done: ({ asked }) => ({ to: here(asked.params.planVersionId), flash: '「変えてほしい」と受け取りました。担当が、新しい案をつくります。' }),
  }),
  later: intent({
    schema,
    run: async ({ ctx, params }) => {
      const facts = await getPlanOfSupporter(ctx, params.planVersionId ?? '')
      return facts ? { ok: true as const, value: null } : { ok: false as const, refusal: { code: 'notFound' } }
    },
    done: () => ({ to: '/my', flash: 'いつでも、ここから答えられます。' }),
  }),
})

export default function Plan() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const fields = returnedFields(useActionData<typeof action>(), 'answer')
  return (
    <MyPage flash={flash} help={view.help}>
      <ErrorSummary entries={fields.entries} />
      <Title over={view.over}>これからの約束</Title>
      <Lead>{view.lead}</Lead>
      {view.inForce ? <Note>{view.inForce}</Note> : null}
      <PlanSheetPhone view={view} reader="supporter" />
      <PlanAnswer view={view} formKey={formKey} later="/my" wish={fields.field('wish')} />
    </MyPage>
  )
}
