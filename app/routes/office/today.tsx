import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentToday } from '#app/features/oversight/presenter/today.ts'
import { getToday } from '#app/features/oversight/queries/today.server.ts'
import { Today } from '#app/features/oversight/ui/today.tsx'
import { page } from '#app/http/page.server.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '今日の仕事｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'today.view' }, async ({ ctx }) => {
  const facts = await getToday(ctx)
  return facts && ctx.actor.kind === 'staff' ? presentToday(facts, ctx.actor.role, ctx.clock.now()) : null
})

export default function TodayScreen() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return (
    <Desk frame={frame} flash={flash}>
      <Today view={view} />
    </Desk>
  )
}
