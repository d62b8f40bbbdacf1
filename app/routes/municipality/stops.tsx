import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentStopLine } from '#app/features/stopping/presenter.ts'
import { listStops } from '#app/features/stopping/queries.server.ts'
import { StopList } from '#app/features/stopping/ui/desk-stops.tsx'
import { page } from '#app/http/page.server.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '中止の受付｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'stop.view' }, async ({ ctx }) => ({
  lines: (await listStops(ctx)).map(presentStopLine),
}))

export default function Stops() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return (
    <Desk frame={frame} flash={flash}>
      <StopList lines={view.lines} />
    </Desk>
  )
}
