import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentIncidentLine } from '#app/features/safety/presenter.ts'
import { listIncidents } from '#app/features/safety/queries.server.ts'
import { IncidentList } from '#app/features/safety/ui/desk-incidents.tsx'
import { page } from '#app/http/page.server.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '事故｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'incident.handle' }, async ({ ctx }) => ({
  lines: (await listIncidents(ctx)).map(presentIncidentLine),
}))

export default function Incidents() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return (
    <Desk frame={frame} flash={flash}>
      <IncidentList lines={view.lines} />
    </Desk>
  )
}
