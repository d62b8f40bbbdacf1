import type { MetaFunction } from '@remix-run/node'
import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signConsent } from '#app/features/consent/commands/sign-consent.server.ts'
import { proxyOf, SignForm } from '#app/features/consent/forms.ts'
import { messages } from '#app/features/consent/messages.ts'
import { insteadOfSigning, presentSigning } from '#app/features/consent/presenter/signing.ts'
import { getOwnConsent } from '#app/features/consent/queries.server.ts'
import { PaperSteps, ProxyFields } from '#app/features/consent/ui/signing-parts.tsx'
import { goOn } from '#app/http/answers.server.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ErrorSummary, HiddenFields, SignaturePad, SignatureWays, SubmitButton } from '#app/ui/form.ts'
import { Acts, ButtonLine, Lead, Note, RowLink, TextLink, Title } from '#app/ui/phone.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '署名｜マイページ' }]

export const loader = page({ audience: 'supporter', action: 'consent.view' }, async ({ ctx, params }) => {
  const facts = await getOwnConsent(ctx, params.consentId ?? '')
  return facts && (presentSigning(facts) ?? goOn(insteadOfSigning(facts)))
})

export const action = submit({ audience: 'supporter', action: 'consent.sign' }, messages, {
  schema: SignForm,
  run: async ({ ctx, input, params }) => {
    if (input.method === 'paper') return { ok: true, value: null }
    const { version, strokes = '' } = input
    return signConsent(ctx, { consentId: params.consentId ?? '', version, strokes, proxy: proxyOf(input) })
  },
  done: ({ asked, input }) => {
    const base = `/my/consent/${asked.params.consentId}`
    return input.method === 'paper'
      ? { to: `${base}/paper` }
      : { to: base, flash: '署名を受け取りました。控えは、この画面とメールから開けます。登録がすむと、番号をお知らせします。' }
  },
})

export default function Screen() {
  const { view, flash, formKey } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm({ lastResult: returned?.lastResult })
  const later = <ButtonLine href={view.laterHref}>あとで決める</ButtonLine>
  const drawn = (
    <>
      <SignaturePad field={fields.strokes!} label="お名前" otherWay="指やペンで書けないときは、上の「紙に書いて送る、持っていく」を選べます。" />
      <ProxyFields fields={fields} />
      <p className="mt-8">署名するのは、<TextLink href={view.wholeHref}>{view.textName}</TextLink>の内容です。署名した文面、日時、方法をいっしょに記録します。</p>
      <Acts near><SubmitButton>署名する</SubmitButton>{later}</Acts>
    </>
  )
  const paper = (
    <>
      <PaperSteps pdfHref={view.pdfHref} />
      <Acts><SubmitButton>紙で署名する</SubmitButton>{later}</Acts>
      <div className="mt-6"><Note>{view.paperNote}</Note></div>
    </>
  )
  return (
    <MyPage flash={flash} help={view.help}>
      <ErrorSummary form={form} />
      <Title over="名簿への登録">署名</Title>
      <Lead>{view.lead}</Lead>
      <div className="mt-4">
        <Note>のせるもの：{view.chosen}</Note>
        <RowLink href={view.choicesHref}>のせるものを直す</RowLink>
      </div>
      <form method="post" id={form.id} noValidate>
        <HiddenFields formKey={formKey} version={view.version} />
        <SignatureWays field={fields.method!} drawn={drawn} paper={paper} />
      </form>
    </MyPage>
  )
}
