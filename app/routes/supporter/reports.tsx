import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentMyReport } from '#app/features/activity/presenter/reports.ts'
import { listMyReports } from '#app/features/activity/queries/own-reports.server.ts'
import { MyReports } from '#app/features/activity/ui/reading.tsx'
import { page } from '#app/http/page.server.ts'
import { Lead, Title } from '#app/ui/phone.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '報告とお返事｜マイページ' }]

export const loader = page({ audience: 'supporter', action: 'report.view' }, async ({ ctx }) => {
  const { reports, desk } = await listMyReports(ctx)
  return { reports: reports.map(presentMyReport), help: desk }
})

export default function Reports() {
  const { view, flash } = useLoaderData<typeof loader>()
  return (
    <MyPage flash={flash} help={view.help}>
      <Title>報告とお返事</Title>
      <Lead>あなたが書いた報告と、担当からの返事です。</Lead>
      <MyReports reports={view.reports} />
    </MyPage>
  )
}
