import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordStop } from '#app/features/stopping/commands/record-stop.server.ts'
import { RecordStopForm } from '#app/features/stopping/forms.ts'
import { messages } from '#app/features/stopping/messages.ts'
import { presentStopToRecord } from '#app/features/stopping/presenter.ts'
import { getStopToRecord } from '#app/features/stopping/queries.server.ts'
import { RecordStop } from '#app/features/stopping/ui/record-stop.tsx'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

const door = { audience: 'staff', action: 'stop.record' } as const

export const meta: MetaFunction = () => [{ title: '中止を受け付ける｜よりそい' }]

export const loader = page(door, async ({ ctx, params }) => {
  const facts = await getStopToRecord(ctx, params.requestId ?? '')
  return facts && presentStopToRecord(facts)
})

export const action = submit(door, messages, {
  schema: RecordStopForm,
  run: ({ ctx, input, params }) => recordStop(ctx, { ...input, requestId: params.requestId ?? '' }),
  done: ({ value }) => ({
    to: `/desk/requests/${value.requestId}`,
    flash: '中止を受け付けました。これからの予定は、すべて取り消しました。',
  }),
})

export default function StopNew() {
  const { view, frame, flash, formKey } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm<{ channel: string }>({ lastResult: returned?.lastResult })
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary form={form} />
      <RecordStop view={view} id={form.id} channel={fields.channel} formKey={formKey} />
    </Desk>
  )
}
