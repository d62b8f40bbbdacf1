import { useLoaderData } from '@remix-run/react'
import { parseListFilter } from '#app/features/dispatch/forms/dispatch-list.ts'
import { presentList } from '#app/features/dispatch/presenters/dispatch-list.ts'
import { listDispatches, pageSize } from '#app/features/dispatch/queries/dispatch-list.server.ts'
import { DispatchList } from '#app/features/dispatch/ui/dispatch-list.tsx'
import { page } from '#app/http/page.server.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta = () => [{ title: '派遣の一覧｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'dispatch.list' }, async ({ ctx, url }) => {
  const filter = parseListFilter(url.searchParams)
  const facts = await listDispatches(ctx, filter)
  const typed = (url.searchParams.get('q') ?? '').slice(0, 50)
  return facts && presentList(facts, { filter, typed, size: pageSize, today: ctx.clock.today() })
})

export default function Screen() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return (
    <Desk frame={frame} flash={flash}>
      <DispatchList view={view} />
    </Desk>
  )
}
