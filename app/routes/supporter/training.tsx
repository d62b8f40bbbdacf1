import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawApplication } from '#app/features/training/commands/withdraw-application.server.ts'
import { WithdrawForm } from '#app/features/training/forms.ts'
import { getMyTraining } from '#app/features/training/queries/mine.server.ts'
import { messages } from '#app/features/training/messages.ts'
import { presentMyTraining } from '#app/features/training/presenter/mine.ts'
import { MyApplication } from '#app/features/training/ui/my-application.tsx'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { Lead, Quiet, RowLink, Title } from '#app/ui/phone.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '研修｜マイページ' }]

export const loader = page({ audience: 'supporter', action: 'application.view' }, async ({ ctx }) =>
  presentMyTraining(await getMyTraining(ctx), ctx.actor, ctx.clock.today()),
)

export const action = submit({ audience: 'supporter', action: 'application.withdraw' }, messages, {
  schema: WithdrawForm,
  run: ({ ctx, input }) => withdrawApplication(ctx, input),
  done: () => ({ to: '/my/training', flash: '申込みを取りやめました。担当には、この画面から伝わります。' }),
})

export default function MyTraining() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form] = useForm({ lastResult: returned?.lastResult })
  return (
    <MyPage flash={flash} help={view.desk}>
      <ErrorSummary form={form} />
      <Title>研修</Title>
      <Lead>申込みと日程、修了証書をここで見られます。</Lead>
      {view.applications.length === 0 ? (
        <Quiet title="申し込んだ研修はありません"><p>あなたから何かをする必要はありません。</p><RowLink href="/">研修のご案内を見る</RowLink></Quiet>
      ) : null}
      {view.applications.map((application) => (
        <MyApplication key={application.id} application={application} formKey={formKey} />
      ))}
    </MyPage>
  )
}
