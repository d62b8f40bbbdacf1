import type { MetaFunction } from '@remix-run/node'
import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { chooseItems } from '#app/features/consent/commands/choose-items.server.ts'
import { ChoicesForm } from '#app/features/consent/forms.ts'
import { messages } from '#app/features/consent/messages.ts'
import { presentChoices } from '#app/features/consent/presenter/signing.ts'
import { getOwnChoices } from '#app/features/consent/queries.server.ts'
import { goOn } from '#app/http/answers.server.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { Acts, ButtonLine } from '#app/ui/button/buttons.tsx'
import { ErrorSummary, HiddenFields, Pick, Picks, SubmitButton } from '#app/ui/form.ts'
import { Lead, Note, Title } from '#app/ui/phone.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'のせるものを選ぶ｜マイページ' }]

export const loader = page({ audience: 'supporter', action: 'consent.view' }, async ({ ctx, params }) => {
  const found = await getOwnChoices(ctx, params.consentId ?? '')
  // Nothing to choose any more, or not yet: the consent's own page says where it stands.
  return found && (presentChoices(found.consent, found.applicant) ?? goOn(`/my/consent/${found.consent.id}`))
})

export const action = submit({ audience: 'supporter', action: 'consent.explain' }, messages, {
  schema: ChoicesForm,
  run: ({ ctx, input, params }) => chooseItems(ctx, { ...input, consentId: params.consentId ?? '' }),
  done: ({ asked }) => ({ to: `/my/consent/${asked.params.consentId}/sign` }),
})

function isOn(value: unknown): boolean {
  return value === 'on' || (Array.isArray(value) && value.includes('on'))
}

export default function Screen() {
  const { view, flash, formKey } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm({ lastResult: returned?.lastResult, defaultValue: view.chosen })
  return (
    <MyPage flash={flash} help={view.help}>
      <ErrorSummary form={form} />
      <Title over="名簿への登録">のせるものを選ぶ</Title>
      <Lead>どれも、のせなくてかまいません。登録にも、お願いのしかたにも、ちがいはありません。</Lead>
      <div className="mt-4"><Note>{view.always}</Note></div>
      <form method="post" id={form.id} noValidate>
        <HiddenFields formKey={formKey} version={view.version} />
        <div className="field">
          <Picks>
            {view.picks.map((pick) => (
              <Pick key={pick.name} type="checkbox" field={fields[pick.name]!} option={pick.option} checked={isOn(fields[pick.name]!.initialValue)} />
            ))}
          </Picks>
        </div>
        <Acts>
          <SubmitButton>この内容で次へ進む</SubmitButton>
          <ButtonLine href={view.backHref}>前の説明にもどる</ButtonLine>
        </Acts>
      </form>
    </MyPage>
  )
}
