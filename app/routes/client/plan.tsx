import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerPlan } from '#app/features/dispatch/commands/answer-plan.server.ts'
import { PlanAnswerForm } from '#app/features/dispatch/forms/plan.ts'
import { planMessages } from '#app/features/dispatch/messages/plan.ts'
import { presentPlanRead } from '#app/features/dispatch/presenter/plan-read.ts'
import { getPlanOfCard } from '#app/features/dispatch/queries/plan-read.server.ts'
import { PlanAnswer } from '#app/features/dispatch/ui/plan-answer.tsx'
import { PlanSheetPhone } from '#app/features/dispatch/ui/plan-sheet.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Dots, Lead, Note, Quiet, RowLink, Section, Title } from '#app/ui/phone.ts'
import { ClientPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'これからの約束｜あなたのページ' }]

export const loader = page({ audience: 'client', action: 'plan.view' }, async ({ ctx }) => {
  const facts = await getPlanOfCard(ctx)
  return { plan: facts && presentPlanRead(facts, 'card') }
})

const schema = PlanAnswerForm

export const action = submitAny({ audience: 'client', action: 'agreement.answer' }, planMessages, {
  agree: intent({
    schema,
    run: ({ ctx, input }) => answerPlan(ctx, { ...input, answer: 'agree' }),
    done: ({ value }) => ({
      to: '/card/plan',
      flash: value.agreedByAll
        ? '受け取りました。みなさんの同意がそろいました。予定が決まったら、このページに出ます。'
        : '受け取りました。ほかの人のお返事を待っています。まだ何も始まりません。',
    }),
  }),
  change: intent({
    schema,
    run: ({ ctx, input }) => answerPlan(ctx, { ...input, answer: 'change' }),
    done: () => ({ to: '/card/plan', flash: '受け取りました。担当が、新しい案をつくります。それまで何も始まりません。' }),
  }),
  later: intent({
    schema,
    run: async () => ({ ok: true as const, value: null }),
    done: () => ({ to: '/card', flash: 'だいじょうぶです。いつでも、ここから答えられます。' }),
  }),
})

export default function Plan() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const fields = returnedFields(useActionData<typeof action>(), 'answer')
  const { plan } = view
  if (!plan) return <NoPlan flash={flash} />
  return (
    <ClientPage flash={flash} help={plan.help}>
      <ErrorSummary entries={fields.entries} />
      <Title over={plan.over}>これからの約束</Title>
      <Lead>{plan.lead}</Lead>
      {plan.inForce ? <Note>{plan.inForce}</Note> : null}
      <PlanSheetPhone view={plan} reader="client" />
      <Section title="やめたいとき">
        <p>いつでもやめられます。理由はいりません。伝え方は、どれでもかまいません。</p>
        <Dots items={['このカードのページのボタン', 'メール、または手紙', '人づて']} />
      </Section>
      <PlanAnswer view={plan} formKey={formKey} later="/card" wish={fields.field('wish')} />
    </ClientPage>
  )
}

function NoPlan({ flash }: { flash: string | null }) {
  return (
    <ClientPage flash={flash} help={null}>
      <Title>これからの約束</Title>
      <Quiet title="今、お見せする約束はありません。">
        <p>できたら、このページに出ます。あなたから何かをする必要はありません。</p>
      </Quiet>
      <RowLink href="/card">あなたのページへ</RowLink>
    </ClientPage>
  )
}
