import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentReportLine } from '#app/features/activity/presenter/reports.ts'
import { listReports } from '#app/features/activity/queries/reports.server.ts'
import { ReportList } from '#app/features/activity/ui/desk-reports.tsx'
import { page } from '#app/http/page.server.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '報告と助言｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'report.view' }, async ({ ctx }) => {
  const lines = await listReports(ctx)
  return lines.map((line) => presentReportLine(line, ctx.clock.today()))
})

export default function Reports() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return (
    <Desk frame={frame} flash={flash}>
      <ReportList lines={view} />
    </Desk>
  )
}
