import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { helpDeskOf } from '#app/features/directory/queries.server.ts'
import { presentClientStop } from '#app/features/stopping/presenter.ts'
import { getClientStop } from '#app/features/stopping/queries.server.ts'
import { AfterStop, BeforeStop } from '#app/features/stopping/ui/client-stop.tsx'
import { page } from '#app/http/page.server.ts'
import { ClientPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'やめたいとき｜よりそい' }]

// Its button is answered by app/at-once.ts.
export const loader = page({ audience: 'client', action: 'stop.say' }, async ({ ctx }) => {
  const facts = await getClientStop(ctx)
  return facts && presentClientStop(facts, await helpDeskOf(ctx, facts.bodyId))
})

export default function ClientStop() {
  const { view, flash } = useLoaderData<typeof loader>()
  return (
    <ClientPage flash={view.stopped ? null : flash} help={view.help}>
      {view.stopped ? <AfterStop view={view} /> : <BeforeStop view={view} />}
    </ClientPage>
  )
}
