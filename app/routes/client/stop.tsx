import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { helpDeskOf } from '#app/features/directory/queries.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { SayStopForm } from '#app/features/stopping/forms.ts'
import { messages } from '#app/features/stopping/messages.ts'
import { presentClientStop } from '#app/features/stopping/presenter.ts'
import { getClientStop } from '#app/features/stopping/queries.server.ts'
import { AfterStop, BeforeStop } from '#app/features/stopping/ui/client-stop.tsx'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ClientPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'やめたいとき｜よりそい' }]

export const loader = page({ audience: 'client', action: 'stop.say' }, async ({ ctx }) => {
  const facts = await getClientStop(ctx)
  return facts && presentClientStop(facts, await helpDeskOf(ctx, facts.bodyId))
})

export const action = submit({ audience: 'client', action: 'stop.say' }, messages, {
  schema: SayStopForm,
  run: ({ ctx }) => sayStop(ctx),
  done: () => ({ to: '/card/stop' }),
})

export default function ClientStop() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  return (
    <ClientPage flash={flash} help={view.help}>
      {view.stopped ? <AfterStop view={view} /> : <BeforeStop view={view} formKey={formKey} />}
    </ClientPage>
  )
}
