import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordStop } from '#app/features/stopping/commands/record-stop.server.ts'
import { RecordStopForm } from '#app/features/stopping/forms.ts'
import { messages } from '#app/features/stopping/messages.ts'
import { presentStopLine } from '#app/features/stopping/presenter.ts'
import { listStops } from '#app/features/stopping/queries.server.ts'
import { StopList } from '#app/features/stopping/ui/desk-stops.tsx'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '中止の受付｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'stop.view' }, async ({ ctx }) => ({
  lines: (await listStops(ctx)).map(presentStopLine),
}))

export const action = submit({ audience: 'staff', action: 'stop.record' }, messages, {
  schema: RecordStopForm,
  run: ({ ctx, input }) => recordStop(ctx, input),
  done: ({ value }) => ({
    to: `/desk/requests/${value.requestId}`,
    flash: '中止を受け付けました。これからの予定は、すべて取り消しました。',
  }),
})

export default function Stops() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return (
    <Desk frame={frame} flash={flash}>
      <StopList lines={view.lines} />
    </Desk>
  )
}
