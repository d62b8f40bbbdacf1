import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { setPassword } from '#app/features/directory/commands/set-password.server.ts'
import { SetPasswordForm } from '#app/features/directory/forms.ts'
import { messages } from '#app/features/directory/messages.ts'
import { getLinkedAccount } from '#app/features/directory/queries.server.ts'
import { LinkGone, NewPasswordField } from '#app/features/directory/ui/mailed-link.tsx'
import { forgetCookie } from '#app/http/cookies.server.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { Acts, Lead, Title } from '#app/ui/phone.ts'
import { ErrorSummary, HiddenFields, SubmitButton } from '#app/ui/form.ts'
import { PublicPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '新しいパスワード｜よりそい' }]

const door = { audience: 'link', action: 'account.setPassword', purpose: 'account.password' } as const

export const loader = page(door, async ({ ctx }) => {
  const account = await getLinkedAccount(ctx)
  return account && { email: account.loginEmail, shortest: account.shortest, desk: account.desk }
})

export const action = submit(door, messages, {
  schema: SetPasswordForm,
  run: ({ ctx, input }) => setPassword(ctx, input),
  done: () => ({
    to: '/login',
    flash: 'パスワードが決まりました。新しいパスワードで、ログインしてください。',
    cookies: [forgetCookie('yr_link')],
  }),
})

export default function NewPassword() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm<{ password: string }>({ lastResult: returned?.lastResult })
  return (
    <PublicPage flash={flash} help={view.desk}>
      <ErrorSummary form={form} />
      <Title>新しいパスワード</Title>
      <Lead>決めると、ほかの場所で開いているログインは、すべて終わります。</Lead>
      <form method="post" id={form.id} noValidate>
        <HiddenFields formKey={formKey} />
        <NewPasswordField field={fields.password} label="新しいパスワード" email={view.email} shortest={view.shortest} />
        <Acts><SubmitButton>このパスワードに決める</SubmitButton></Acts>
      </form>
    </PublicPage>
  )
}

export function ErrorBoundary() {
  return <LinkGone />
}
