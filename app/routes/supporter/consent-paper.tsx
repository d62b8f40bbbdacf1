import type { MetaFunction } from '@remix-run/node'
import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sendPaper } from '#app/features/consent/commands/send-paper.server.ts'
import { SendPaperForm } from '#app/features/consent/forms.ts'
import { messages } from '#app/features/consent/messages.ts'
import { insteadOfSigning, presentPaper } from '#app/features/consent/presenter/signing.ts'
import { getOwnConsent } from '#app/features/consent/queries.server.ts'
import { PaperSteps } from '#app/features/consent/ui/signing-parts.tsx'
import { goOn } from '#app/http/answers.server.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ErrorSummary, FileField, HiddenFields, SubmitButton } from '#app/ui/form.ts'
import { Acts, ButtonLine, Lead, Note, Quiet, Soft, Title } from '#app/ui/phone.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '紙で署名する｜マイページ' }]

export const loader = page({ audience: 'supporter', action: 'consent.view' }, async ({ ctx, params }) => {
  const facts = await getOwnConsent(ctx, params.consentId ?? '')
  return facts && (presentPaper(facts) ?? goOn(insteadOfSigning(facts)))
})

export const action = submit({ audience: 'supporter', action: 'consent.sign' }, messages, {
  schema: SendPaperForm,
  run: async ({ ctx, input, params }) => {
    const bytes = new Uint8Array(await input.paper.arrayBuffer())
    return sendPaper(ctx, { consentId: params.consentId ?? '', version: input.version, bytes })
  },
  done: ({ asked }) => ({ to: `/my/consent/${asked.params.consentId}/paper`, flash: '紙を受け取りました。' }),
})

export default function Screen() {
  const { view, flash, formKey } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm({ lastResult: returned?.lastResult })
  return (
    <MyPage flash={flash} help={view.help}>
      <ErrorSummary form={form} />
      <Title over="名簿への登録">紙で署名する</Title>
      <Lead>画面に書くのと、同じあつかいです。急ぐことはありません。</Lead>
      {view.waiting ? <div className="mt-8"><Soft title={view.waiting.title}><p>{view.waiting.text}</p></Soft></div> : null}
      {view.returned ? <div className="mt-8"><Quiet title="もう一度お願いします"><p>{view.returned}</p></Quiet></div> : null}
      <PaperSteps pdfHref={view.pdfHref} />
      {view.canSend ? (
        <form method="post" encType="multipart/form-data" id={form.id} noValidate>
          <HiddenFields formKey={formKey} version={view.version} />
          <FileField field={fields.paper!} label="書いた紙の写真、またはPDF" required={null} accept="application/pdf,image/jpeg,image/png"
            support="PDF、JPEG、PNG。10MBまで。全体が読めるように、とってください。" />
          <Acts>
            <SubmitButton>この紙を送る</SubmitButton>
            <ButtonLine href={view.signHref}>画面に書く</ButtonLine>
          </Acts>
          <div className="mt-6"><Note>郵送や窓口で届けるときは、ここで送らなくてかまいません。届け先は{view.deskName}です。</Note></div>
        </form>
      ) : (
        <Acts><ButtonLine href={view.stateHref}>登録と同意のページへ</ButtonLine></Acts>
      )}
    </MyPage>
  )
}
