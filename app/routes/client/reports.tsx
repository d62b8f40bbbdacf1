import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentCardReport } from '#app/features/activity/presenter/reports.ts'
import { listCardReports } from '#app/features/activity/queries/own-reports.server.ts'
import { CardReports } from '#app/features/activity/ui/reading.tsx'
import { page } from '#app/http/page.server.ts'
import { Lead, RowLink, Title } from '#app/ui/phone.ts'
import { ClientPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '書かれた報告｜あなたのページ' }]

export const loader = page({ audience: 'client', action: 'report.readShared' }, async ({ ctx }) => {
  const { reports, desk } = await listCardReports(ctx)
  return { reports: reports.map(presentCardReport), help: desk }
})

export default function Reports() {
  const { view, flash } = useLoaderData<typeof loader>()
  return (
    <ClientPage flash={flash} help={view.help}>
      <Title>サポーターが書いた報告</Title>
      <Lead>うかがったあとに書かれたものです。読まなくてもかまいません。</Lead>
      <CardReports reports={view.reports} />
      <RowLink href="/card">あなたのページへ</RowLink>
    </ClientPage>
  )
}
