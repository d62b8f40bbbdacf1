import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { chooseHat } from '#app/features/directory/commands/choose-hat.server.ts'
import { ChooseHatForm } from '#app/features/directory/forms.ts'
import { messages } from '#app/features/directory/messages.ts'
import { presentHats } from '#app/features/directory/presenter.ts'
import { getHats } from '#app/features/directory/queries.server.ts'
import { goOn } from '#app/http/answers.server.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ErrorSummary, SubmitButton } from '#app/ui/form.ts'
import { FlashMessage, LoginFrame, Note, RowLink } from '#app/ui/desk.ts'

export const meta: MetaFunction = () => [{ title: '所属・役割を選ぶ｜よりそい' }]

const door = { audience: 'supporter', action: 'account.own' } as const

export const loader = page(door, async ({ ctx, request }) => {
  const person = await getHats(ctx, request.headers.get('cookie'))
  if (!person || person.hats.length === 0) return goOn('/my')
  return presentHats(person)
})

export const action = submit(door, messages, {
  schema: ChooseHatForm,
  run: ({ ctx, input, request }) => chooseHat(ctx, { ...input, cookieHeader: request.headers.get('cookie') }),
  done: ({ value }) => ({ to: '/desk', cookies: [value.cookie] }),
})

export default function ChooseHat() {
  const { view, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form] = useForm({ lastResult: returned?.lastResult })
  return (
    <LoginFrame>
      <FlashMessage>{flash}</FlashMessage>
      <ErrorSummary form={form} />
      <h1>所属・役割を選ぶ</h1>
      <p>{view.name}さん、いま、どの仕事をしますか。見られる記録は、選んだ所属と役割で決まります。</p>
      <ul className="list">
        {view.hats.map((hat) => (
          <li key={hat.membershipId}>
            <form method="post">
              <input type="hidden" name="membershipId" value={hat.membershipId} />
              <SubmitButton look="line">{hat.label}</SubmitButton>
              {hat.note ? <Note>{hat.note}</Note> : null}
            </form>
          </li>
        ))}
      </ul>
      <RowLink href="/my">受講者・サポーターとしてのマイページへ</RowLink>
    </LoginFrame>
  )
}
