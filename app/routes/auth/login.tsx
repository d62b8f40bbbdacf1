import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { logIn } from '#app/features/directory/commands/log-in.server.ts'
import { LogInForm } from '#app/features/directory/forms.ts'
import { messages } from '#app/features/directory/messages.ts'
import { afterLogIn } from '#app/features/directory/presenter.ts'
import { getHats } from '#app/features/directory/queries.server.ts'
import { LogInHelp } from '#app/features/directory/ui/log-in-help.tsx'
import { ownPath } from '#app/http/answers.server.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ErrorSummary, HiddenFields, secretField, SubmitButton, TextField } from '#app/ui/form.ts'
import { ButtonRow, FlashMessage, LoginFrame, Note, Tell } from '#app/ui/desk.ts'

export const meta: MetaFunction = () => [{ title: 'ログイン｜よりそい' }]

const door = { audience: 'public', action: 'account.logIn' } as const

export const loader = page(door, async ({ url }) => {
  const to = ownPath(url.searchParams.get('to'), '')
  return { to }
})

export const action = submit(door, messages, {
  schema: LogInForm,
  run: ({ ctx, input, request }) => logIn(ctx, { ...input, address: request.headers.get('x-client-address') ?? '' }),
  done: async ({ value, asked, input }) => {
    const person = await getHats(asked.ctx, value.cookie.split(';')[0] ?? '')
    const to = afterLogIn(person?.hats.length ?? 0, ownPath(input.to, '') || null)
    return { to, cookies: [value.cookie] }
  },
})

export default function LogIn() {
  const { view, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm<{ email: string; password: string }>({ lastResult: returned?.lastResult })
  return (
    <LoginFrame side={<LogInHelp />}>
      <FlashMessage>{flash}</FlashMessage>
      <ErrorSummary form={form} />
      <h1>ログイン</h1>
      {view.to ? (
        <Tell status title="ログインすると、続きから開けます"><p>書きかけの内容は、保存してあれば残っています。</p></Tell>
      ) : null}
      <form method="post" id={form.id} className="panel" noValidate>
        <HiddenFields values={{ to: view.to || undefined }} />
        <TextField field={fields.email} label="メールアドレス" required={null} type="email" inputMode="email" autoComplete="username" />
        <TextField
          field={secretField(fields.password)} label="パスワード" required={null} type="password"
          autoComplete="current-password"
        />
        <ButtonRow><SubmitButton>ログイン</SubmitButton></ButtonRow>
      </form>
      <div className="mt-4"><Note>だれが、いつ、どの記録を見たかを残しています。仕事に要る記録だけを開いてください。</Note></div>
    </LoginFrame>
  )
}
