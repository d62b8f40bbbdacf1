import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConfirmKnownForm, SetPasswordForm } from '#app/features/directory/forms.ts'
import { openSession } from '#app/features/directory/commands/open-session.server.ts'
import { LinkGone, NewPasswordField } from '#app/features/directory/ui/mailed-link.tsx'
import { confirmApplication } from '#app/features/training/commands/confirm-application.server.ts'
import { messages } from '#app/features/training/messages.ts'
import { getLinkedApplication } from '#app/features/training/queries/linked.server.ts'
import { forgetCookie } from '#app/http/cookies.server.ts'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { Acts, breakable, Facts, Lead, Title } from '#app/ui/phone.ts'
import { ErrorSummary, HiddenFields, SubmitButton } from '#app/ui/form.ts'
import { PublicPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '申込みの確認｜研修の申込み' }]

const door = { audience: 'link', action: 'application.confirm', purpose: 'application.confirm' } as const

export const loader = page(door, async ({ ctx }) => getLinkedApplication(ctx))

export const action = submitAny(door, messages, {
  send: intent({
    schema: SetPasswordForm,
    run: ({ ctx, input }) => confirmApplication(ctx, input),
    done: async ({ value }) => ({
      to: value.isNew ? '/my/training' : '/login?to=/my/training',
      flash: value.isNew ? '申込みが決まりました。パスワードも決まりました。' : '申込みが決まりました。これまでのパスワードで、ログインしてください。',
      cookies: [forgetCookie('yr_link'), ...(value.isNew ? [await openSession(value.personId)] : [])],
    }),
  }),
  known: intent({
    schema: ConfirmKnownForm,
    run: ({ ctx }) => confirmApplication(ctx, { password: null }),
    done: () => ({
      to: '/login?to=/my/training',
      flash: '申込みが決まりました。これまでのパスワードで、ログインしてください。',
      cookies: [forgetCookie('yr_link')],
    }),
  }),
})

export default function NewAccount() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm<{ password: string }>({ lastResult: returned?.lastResult })
  return (
    <PublicPage flash={flash} help={view.desk}>
      <ErrorSummary form={form} />
      <Title>申込みを確かめてください</Title>
      <Lead>{view.hasAccount ? 'ボタンを押すと、申込みが決まります。' : 'パスワードを決めると、申込みが決まります。'}</Lead>
      <div className="mt-8"><Facts lined items={view.facts.map(breakable)} /></div>
      <form method="post" id={form.id} noValidate>
        <HiddenFields formKey={formKey} intent={view.hasAccount ? 'known' : undefined} />
        {view.hasAccount ? null : (
          <NewPasswordField field={fields.password} label="パスワード" email={view.email} shortest={view.shortest} />
        )}
        <Acts><SubmitButton>{view.hasAccount ? 'この申込みを決める' : 'パスワードを決めて、申し込む'}</SubmitButton></Acts>
      </form>
    </PublicPage>
  )
}

export function ErrorBoundary() {
  return <LinkGone />
}
