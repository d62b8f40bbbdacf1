import type { MetaFunction } from '@remix-run/node'
import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmPaper, returnPaper } from '#app/features/consent/commands/judge-paper.server.ts'
import { sendPaper } from '#app/features/consent/commands/send-paper.server.ts'
import { ConfirmPaperForm, proxyOf, ReturnPaperForm, SendPaperForm } from '#app/features/consent/forms.ts'
import { messages } from '#app/features/consent/messages.ts'
import { presentDeskConsent } from '#app/features/consent/presenter/desk.ts'
import { getDeskConsent } from '#app/features/consent/queries.server.ts'
import { DeskConsent } from '#app/features/consent/ui/desk-consent.tsx'
import { registerSupporter } from '#app/features/roster/commands/register-supporter.server.ts'
import { RegisterForm } from '#app/features/roster/forms.ts'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '同意の確認｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'consent.view' }, async ({ ctx, params }) => {
  const found = await getDeskConsent(ctx, params.consentId ?? '')
  return found && presentDeskConsent(found, ctx.actor, ctx.clock.today())
})

export const action = submitAny(
  { audience: 'staff', action: 'consent.view' },
  messages,
  {
    confirm: intent({
      schema: ConfirmPaperForm,
      action: 'consent.confirmPaper',
      run: ({ ctx, input, params }) => {
        const { version, signedOn } = input
        return confirmPaper(ctx, { consentId: params.consentId ?? '', version, signedOn, proxy: proxyOf(input) })
      },
      done: ({ asked }) => ({ to: `/desk/consents/${asked.params.consentId}`, flash: '署名を確かめました。控えをご本人にお知らせしました。' }),
    }),
    giveBack: intent({
      schema: ReturnPaperForm,
      action: 'consent.confirmPaper',
      run: ({ ctx, input, params }) => returnPaper(ctx, { consentId: params.consentId ?? '', ...input }),
      done: ({ asked }) => ({ to: `/desk/consents/${asked.params.consentId}`, flash: '紙をお返ししました。ご本人にメールで知らせました。' }),
    }),
    receive: intent({
      schema: SendPaperForm,
      action: 'consent.confirmPaper',
      run: async ({ ctx, input, params }) => {
        const bytes = new Uint8Array(await input.paper.arrayBuffer())
        return sendPaper(ctx, { consentId: params.consentId ?? '', version: input.version, bytes })
      },
      done: ({ asked }) => ({ to: `/desk/consents/${asked.params.consentId}`, flash: '紙を受け取りました。つぎに、署名を確かめてください。' }),
    }),
    register: intent({
      schema: RegisterForm,
      action: 'roster.register',
      run: ({ ctx, input, params }) => registerSupporter(ctx, { consentId: params.consentId ?? '', ...input }),
      done: ({ value, asked }) => ({
        to: `/desk/consents/${asked.params.consentId}`,
        flash: `登録しました。登録番号は ${value.registrationNo} です。ご本人にメールで知らせました。`,
      }),
    }),
  },
)

export default function Screen() {
  const { view, frame, flash, formKey } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const only = (name: string) => (returned?.intent === name ? returned.lastResult : undefined)
  const [confirm, confirmFields] = useForm({ id: 'confirm', lastResult: only('confirm') })
  const [giveBack, giveBackFields] = useForm({ id: 'give-back', lastResult: only('giveBack') })
  const [receive, receiveFields] = useForm({ id: 'receive', lastResult: only('receive') })
  const [register, registerFields] = useForm({ id: 'register', lastResult: only('register'), defaultValue: view.register?.defaults })
  const forms = [confirm, giveBack, receive, register]
  const failed = forms.find((form) => form.status === 'error')
  return (
    <Desk frame={frame} flash={flash}>
      <DeskConsent
        view={view}
        failed={failed}
        formKey={formKey}
        confirm={{ id: confirm.id, fields: confirmFields }}
        giveBack={{ id: giveBack.id, fields: giveBackFields }}
        receive={{ id: receive.id, fields: receiveFields }}
        register={{ id: register.id, fields: registerFields }}
      />
    </Desk>
  )
}
