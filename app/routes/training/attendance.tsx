import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordAttendance } from '#app/features/training/commands/record-attendance.server.ts'
import { AttendanceForm } from '#app/features/training/forms.ts'
import { messages } from '#app/features/training/messages.ts'
import { presentSheet } from '#app/features/training/presenter/attendance.ts'
import { getSheet } from '#app/features/training/queries/sheet.server.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { AttendanceList, AttendanceRow, ButtonRow, Chip, Crumb, PageHead, PrintButton, Seg, Tell } from '#app/ui/desk.ts'
import { ErrorSummary, HiddenFields, SubmitButton } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '出席｜研修担当' }]

const door = { audience: 'staff', action: 'attendance.record' } as const

export const loader = page(door, async ({ ctx, params }) => {
  const sheet = await getSheet(ctx, params.sessionId ?? '')
  return sheet && presentSheet(sheet, ctx.clock.today())
})

export const action = submit(door, messages, {
  schema: AttendanceForm,
  run: ({ ctx, input, params }) => recordAttendance(ctx, { ...input, sessionId: params.sessionId ?? '' }),
  done: ({ value, asked }) => ({
    to: `/desk/sessions/${asked.params.sessionId}`,
    flash: value.changed > 0 ? `${value.changed}人の出席を保存しました。` : '保存しました。変わったところは、ありませんでした。',
  }),
})

export default function Attendance() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form] = useForm({ lastResult: returned?.lastResult })
  const typed = form.initialValue?.status as Record<string, string> | undefined
  const closed = view.ahead || view.over
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary form={form} />
      <Crumb items={[{ label: '研修の一覧', href: '/desk/courses' }, { label: view.course.title, href: view.course.href }, { label: view.title }]} />
      <PageHead title={view.title} chip={<Chip kind="now">{view.chip}</Chip>} sub={view.sub} extra={<PrintButton>名簿を印刷（手書き用）</PrintButton>} />
      <Tell title={view.summary}>
        <p>{view.rows.length === 0 ? '受講が決まった人は、まだいません。決まると、ここに名前が並びます。' : view.over ? '研修が終わっているため、直せません。' : view.ahead ? '出席は、この日からつけられます。' : 'つけたあと、いちばん下の「出席を保存する」を押してください。'}</p>
      </Tell>
      <form method="post" id={form.id} className="mt-4" noValidate>
        <HiddenFields formKey={formKey} version={view.version} />
        <AttendanceList>
          {view.rows.map((row) => (
            <AttendanceRow key={row.id} name={row.name} note={row.note}>
              {closed ? <b>{row.word}</b> : (
                <Seg name={`status.${row.id}`} legend={row.legend} options={view.options} value={typed?.[row.id] ?? row.value} />
              )}
            </AttendanceRow>
          ))}
        </AttendanceList>
        {closed || view.rows.length === 0 ? null : <div className="mt-6"><ButtonRow><SubmitButton>出席を保存する</SubmitButton></ButtonRow></div>}
      </form>
    </Desk>
  )
}
