import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { withdrawConsent } from '#app/features/consent/commands/withdraw-consent.server.ts'
import { WithdrawForm } from '#app/features/consent/forms.ts'
import { messages } from '#app/features/consent/messages.ts'
import { presentOwnConsent } from '#app/features/consent/presenter/own.ts'
import { getOwnConsent } from '#app/features/consent/queries.server.ts'
import { ConsentState } from '#app/features/consent/ui/consent-state.tsx'
import { listHolders } from '#app/features/roster/queries/own.server.ts'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '登録と同意｜マイページ' }]

export const loader = page({ audience: 'supporter', action: 'consent.view' }, async ({ ctx, params }) => {
  const facts = await getOwnConsent(ctx, params.consentId ?? '')
  if (!facts) return null
  return presentOwnConsent(facts, await listHolders(ctx, facts.id), ctx.actor)
})

export const action = submitAny({ audience: 'supporter', action: 'consent.view' }, messages, {
  withdraw: intent({
    schema: WithdrawForm,
    action: 'consent.withdraw',
    run: ({ ctx, params }) => withdrawConsent(ctx, { consentId: params.consentId ?? '' }),
    done: ({ asked }) => ({ to: `/my/consent/${asked.params.consentId}`, flash: '取りやめを受け取りました。' }),
  }),
})

export default function Screen() {
  const { view, flash, formKey } = useLoaderData<typeof loader>()
  return (
    <MyPage flash={flash} help={view.help}>
      <ConsentState view={view} formKey={formKey} />
    </MyPage>
  )
}
