import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentCases } from '#app/features/cases/presenters/case.ts'
import { listCases } from '#app/features/cases/queries-list.server.ts'
import { CaseList } from '#app/features/cases/ui/case-list.tsx'
import { page } from '#app/http/page.server.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: 'ケース｜よりそい' }]

const longestQuery = 50

export const loader = page({ audience: 'staff', action: 'case.list' }, async ({ ctx, url }) => {
  const state = url.searchParams.get('state') === 'closed' ? 'closed' : 'open'
  const q = (url.searchParams.get('q') ?? '').slice(0, longestQuery)
  const chosen = { state, q } as const
  return presentCases(await listCases(ctx, chosen), chosen, { actor: ctx.actor, today: ctx.clock.today() })
})

export default function Cases() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return <Desk frame={frame} flash={flash}><CaseList view={view} /></Desk>
}
