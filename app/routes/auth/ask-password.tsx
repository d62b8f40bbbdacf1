import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askPassword } from '#app/features/directory/commands/ask-password.server.ts'
import { AskPasswordForm } from '#app/features/directory/forms.ts'
import { messages } from '#app/features/directory/messages.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { Acts, Lead, Prose, TextLink, Title } from '#app/ui/phone.ts'
import { ErrorSummary, HiddenFields, SubmitButton, TextField } from '#app/ui/form.ts'
import { PublicPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'パスワードを決め直す｜よりそい' }]

const door = { audience: 'public', action: 'account.askPassword' } as const

export const loader = page(door, async ({ url }) => ({ sent: url.searchParams.has('sent') }))

export const action = submit(door, messages, {
  schema: AskPasswordForm,
  run: ({ ctx, input, request }) =>
    askPassword(ctx, { ...input, address: request.headers.get('x-client-address') ?? '' }),
  done: () => ({ to: '/password?sent=1' }),
})

export default function AskPassword() {
  const { view, flash, formKey } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm<{ email: string }>({ lastResult: returned?.lastResult })
  if (view.sent) {
    return (
      <PublicPage flash={flash} help={null}>
        <Title>メールを確かめてください</Title>
        <Prose>
          <p>登録のあるメールアドレスなら、パスワードを決め直すページを、数分のうちにお送りします。ページは1時間、1回だけ使えます。</p>
          <p>届かないときは、迷惑メールの箱と、入力したアドレスを確かめてください。</p>
          <p><TextLink href="/password">もう一度、アドレスを入力する</TextLink></p>
          <p><TextLink href="/login">ログインへ</TextLink></p>
        </Prose>
      </PublicPage>
    )
  }
  return (
    <PublicPage flash={flash} help={null}>
      <ErrorSummary form={form} />
      <Title>パスワードを決め直す</Title>
      <Lead>ログインに使っているメールアドレスに、決め直すページをお送りします。</Lead>
      <form method="post" id={form.id} noValidate>
        <HiddenFields formKey={formKey} />
        <TextField field={fields.email} label="メールアドレス" required type="email" inputMode="email" autoComplete="username" />
        <Acts><SubmitButton>メールを受け取る</SubmitButton></Acts>
      </form>
    </PublicPage>
  )
}
