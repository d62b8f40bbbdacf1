import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readItem } from '#app/features/consent/commands/read-item.server.ts'
import { ReadItemForm } from '#app/features/consent/forms.ts'
import { messages } from '#app/features/consent/messages.ts'
import { isOpenItem, presentItem } from '#app/features/consent/presenter/own.ts'
import { getOwnConsent } from '#app/features/consent/queries.server.ts'
import { goOn } from '#app/http/answers.server.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { Acts, ButtonFill, ButtonLine } from '#app/ui/button/buttons.tsx'
import { HiddenFields, SubmitButton } from '#app/ui/form.ts'
import { Dots, Facts, Note, Prose, Row, Rows, Section, Steps, Title } from '#app/ui/phone.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '登録のご説明｜マイページ' }]

export const loader = page({ audience: 'supporter', action: 'consent.view' }, async ({ ctx, params }) => {
  const facts = await getOwnConsent(ctx, params.consentId ?? '')
  const no = Number(params.no)
  const view = facts && presentItem(facts, no)
  if (!facts || !view) return null
  return isOpenItem(facts, no) ? view : goOn(`/my/consent/${facts.id}`)
})

export const action = submit({ audience: 'supporter', action: 'consent.explain' }, messages, {
  schema: ReadItemForm,
  run: ({ ctx, params }) => readItem(ctx, { consentId: params.consentId ?? '', no: Number(params.no) }),
  done: ({ value, asked }) => {
    const base = `/my/consent/${asked.params.consentId}`
    return { to: value.next === null ? `${base}/choices` : `${base}/items/${value.next}` }
  },
})

export default function Screen() {
  const { view, flash, formKey } = useLoaderData<typeof loader>()
  return (
    <MyPage flash={flash} help={view.help}>
      <Steps of={view.of} at={view.at} label="名簿への登録のご説明" />
      <Title>{view.title}</Title>
      <div className="mt-4"><Prose>{view.paragraphs.map((text, i) => <p key={i}>{text}</p>)}</Prose></div>
      {view.recipients ? (
        <Section title="今のお渡し先">
          <Facts items={view.recipients.items} lined />
          <div className="mt-4"><Note>{view.recipients.on}</Note></div>
        </Section>
      ) : null}
      {view.registered ? (
        <>
          <Section title="いつものせるもの"><Dots items={view.registered.always} /></Section>
          <Section title="のせるかどうか、あとで選べるもの"><Dots items={view.registered.free} /></Section>
        </>
      ) : null}
      <form method="post">
        <HiddenFields formKey={formKey} />
        <Acts>
          {view.canRead ? <SubmitButton>読みました。次へ</SubmitButton> : null}
          {view.onward ? <ButtonFill href={view.onward.href}>{view.onward.label}</ButtonFill> : null}
          <ButtonLine href={view.backHref}>{view.backLabel}</ButtonLine>
        </Acts>
      </form>
      <Section>
        <Rows>
          {view.askHref ? <Row href={view.askHref}>わからないことを担当に聞く</Row> : null}
          <Row href={view.wholeHref} note="印刷もできます">{view.wholeLabel}</Row>
          <Row href="/my" note="読んだところまで、覚えておきます">あとで続ける</Row>
        </Rows>
      </Section>
    </MyPage>
  )
}
