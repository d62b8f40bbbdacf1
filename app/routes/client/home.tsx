import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { leaveNote } from '#app/features/dispatch/commands/leave-note.server.ts'
import type { ClientNote } from '#app/features/dispatch/domain/client-note.ts'
import { PressForm } from '#app/features/dispatch/forms/card.ts'
import { noteReceived, requestMessages } from '#app/features/dispatch/messages/request.ts'
import { presentCardHome } from '#app/features/dispatch/presenter/card.ts'
import { getCardHome } from '#app/features/dispatch/queries/card.server.ts'
import { CardHome } from '#app/features/dispatch/ui/card-home.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { ClientPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'あなたのページ｜よりそい' }]

const door = { audience: 'client', action: 'request.view' } as const

export const loader = page(door, async ({ ctx }) => {
  const facts = await getCardHome(ctx)
  return facts && presentCardHome(facts)
})

const leave = (note: ClientNote) =>
  intent({
    schema: PressForm,
    run: ({ ctx }) => leaveNote(ctx, { note }),
    done: () => ({ to: '/card', flash: noteReceived[note] }),
  })

export const action = submitAny(door, requestMessages, {
  otherDay: leave('otherDay'),
  otherSupporter: leave('otherSupporter'),
  rest: leave('rest'),
  resume: leave('resume'),
})

export default function ClientHome() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const { entries } = returnedFields(useActionData<typeof action>(), 'card')
  return (
    <ClientPage flash={flash} help={view.help}>
      <ErrorSummary entries={entries} />
      <CardHome view={view} formKey={formKey} />
    </ClientPage>
  )
}
