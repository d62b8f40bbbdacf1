import type { MetaFunction } from '@remix-run/node'
import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { beginConsent } from '#app/features/consent/commands/begin-consent.server.ts'
import { BeginConsentForm } from '#app/features/consent/forms.ts'
import { messages } from '#app/features/consent/messages.ts'
import { consentsToBegin, listOwnConsents } from '#app/features/consent/queries.server.ts'
import { presentOwnRoster } from '#app/features/roster/presenter/entries.ts'
import { getOwnRoster } from '#app/features/roster/queries/own.server.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { Acts } from '#app/ui/button/buttons.tsx'
import { ErrorSummary, HiddenFields, SubmitButton } from '#app/ui/form.ts'
import { Facts, Lead, Note, Quiet, Row, Rows, Section, Title } from '#app/ui/phone.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '登録と、わたしの情報｜マイページ' }]

export const loader = page({ audience: 'supporter', action: 'roster.view' }, async ({ ctx }) => {
  const own = await getOwnRoster(ctx)
  return presentOwnRoster({ ...own, toBegin: await consentsToBegin(ctx), consents: await listOwnConsents(ctx) })
})

export const action = submit({ audience: 'supporter', action: 'consent.explain' }, messages, {
  schema: BeginConsentForm,
  run: ({ ctx, input }) => beginConsent(ctx, input),
  done: ({ value }) => ({ to: `/my/consent/${value.consentId}` }),
})

export default function Screen() {
  const { view, flash, formKey } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form] = useForm({ lastResult: returned?.lastResult })
  return (
    <MyPage flash={flash} help={view.help}>
      <ErrorSummary form={form} />
      <Title>登録と、わたしの情報</Title>
      {view.isEmpty ? <div className="mt-6"><Quiet><p>{view.emptyText}</p></Quiet></div> : <Lead>名簿にのっていることと、それを持っているところです。</Lead>}
      {view.entries.map((entry) => <Section key={entry.key} title={entry.title}><Facts items={entry.facts} lined wide /></Section>)}
      {view.begin.map((one) => (
        <Section key={one.completionId} title="名簿への登録を考える">
          <p>{one.bodyName}のサポーターの名簿です。まず、説明を一つずつ読みます。読んでから、登録するかどうかを決められます。</p>
          <form method="post">
            <HiddenFields formKey={formKey} values={{ completionId: one.completionId }} />
            <Acts near><SubmitButton look="line">説明を読みはじめる</SubmitButton></Acts>
          </form>
        </Section>
      ))}
      {view.holders.length > 0 ? (
        <Section title="わたしの情報を持っているところ">
          <Facts items={view.holders} lined wide />
          <div className="mt-4"><Note>ここにある市町村だけが、あなたの名簿の情報を持っています。</Note></div>
        </Section>
      ) : null}
      {view.consents.length > 0 ? (
        <Section title="同意">
          <Rows>{view.consents.map((one) => <Row key={one.href} href={one.href} note={one.note}>{one.label}</Row>)}</Rows>
        </Section>
      ) : null}
    </MyPage>
  )
}
