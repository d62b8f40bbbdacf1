import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { helpDeskOf } from '#app/features/directory/queries.server.ts'
import { presentMyHome } from '#app/features/oversight/presenter/my-home.ts'
import { getMyHome } from '#app/features/oversight/queries/my-home.server.ts'
import { MyHome } from '#app/features/oversight/ui/my-home.tsx'
import { page } from '#app/http/page.server.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'マイページ｜よりそい' }]

export const loader = page({ audience: 'supporter', action: 'account.own' }, async ({ ctx }) => {
  const facts = await getMyHome(ctx)
  return facts && presentMyHome(facts, facts.bodyId ? await helpDeskOf(ctx, facts.bodyId) : null)
})

export default function Home() {
  const { view, flash } = useLoaderData<typeof loader>()
  return (
    <MyPage flash={flash} help={view.help}>
      <MyHome view={view} />
    </MyPage>
  )
}
