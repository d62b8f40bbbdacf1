import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { helpDeskOf } from '#app/features/directory/queries.server.ts'
import { presentOwnIncident } from '#app/features/safety/presenter.ts'
import { getIncident } from '#app/features/safety/queries.server.ts'
import { OwnIncident } from '#app/features/safety/ui/supporter-incident.tsx'
import { page } from '#app/http/page.server.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '受け取りました｜よりそい' }]

export const loader = page({ audience: 'supporter', action: 'incident.view' }, async ({ ctx, params }) => {
  const facts = await getIncident(ctx, params.incidentId ?? '')
  return facts && presentOwnIncident(facts, await helpDeskOf(ctx, facts.bodyId))
})

export default function Incident() {
  const { view, flash } = useLoaderData<typeof loader>()
  return (
    <MyPage flash={flash} help={view.help}>
      <OwnIncident view={view} />
    </MyPage>
  )
}
