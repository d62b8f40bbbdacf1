import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { giveConsent } from '#app/features/dispatch/commands/give-consent.server.ts'
import { leaveNote } from '#app/features/dispatch/commands/leave-note.server.ts'
import { withdrawConsent } from '#app/features/dispatch/commands/withdraw-consent.server.ts'
import { PressForm } from '#app/features/dispatch/forms/card.ts'
import { noteReceived, requestMessages } from '#app/features/dispatch/messages/request.ts'
import { presentCardConsent } from '#app/features/dispatch/presenter/card.ts'
import { getCardHome } from '#app/features/dispatch/queries/card.server.ts'
import { CardConsent } from '#app/features/dispatch/ui/card-consent.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { ClientPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'お返事｜あなたのページ' }]

const door = { audience: 'client', action: 'coordination.consent' } as const

export const loader = page(door, async ({ ctx }) => {
  const facts = await getCardHome(ctx)
  return facts && presentCardConsent(facts)
})

const schema = PressForm

export const action = submitAny(door, requestMessages, {
  give: intent({
    schema,
    run: ({ ctx }) => giveConsent(ctx),
    done: () => ({ to: '/card', flash: noteReceived.consented }),
  }),
  notYet: intent({
    schema,
    run: ({ ctx }) => leaveNote(ctx, { note: 'notYet' }),
    done: () => ({ to: '/card', flash: noteReceived.notYet }),
  }),
  withdraw: intent({
    schema,
    run: ({ ctx }) => withdrawConsent(ctx),
    done: () => ({ to: '/card', flash: noteReceived.withdrawn }),
  }),
})

export default function ClientConsent() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const { entries } = returnedFields(useActionData<typeof action>(), 'consent')
  return (
    <ClientPage flash={flash} help={view.help}>
      <ErrorSummary entries={entries} />
      <CardConsent view={view} formKey={formKey} />
    </ClientPage>
  )
}
