import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readFilter } from '#app/features/dispatch/forms/request.ts'
import { presentRequests } from '#app/features/dispatch/presenter/request-list.ts'
import { listRequests, pageSize } from '#app/features/dispatch/queries/request.server.ts'
import { RequestList } from '#app/features/dispatch/ui/request-list.tsx'
import { page } from '#app/http/page.server.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '希望｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'request.list' }, async ({ ctx, url }) => {
  const filter = readFilter(url.searchParams)
  return presentRequests(await listRequests(ctx, filter), { ...filter, size: pageSize }, ctx.clock.today())
})

export default function Requests() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return <Desk frame={frame} flash={flash}><RequestList view={view} /></Desk>
}
