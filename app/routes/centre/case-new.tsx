import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openCase } from '#app/features/cases/commands/open-case.server.ts'
import { OpenCaseForm } from '#app/features/cases/forms/case.ts'
import { messages } from '#app/features/cases/messages/case.ts'
import { firstRows, OpenCaseFields, type OpenCaseTyped } from '#app/features/cases/ui/open-case-form.tsx'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: 'ケースを開く｜よりそい' }]

const door = { audience: 'staff', action: 'case.open' } as const

export const loader = page(door, async () => ({}))

export const action = submit(door, messages, {
  schema: OpenCaseForm,
  run: ({ ctx, input }) => openCase(ctx, input),
  done: ({ value }) => ({ to: `/desk/cases/${value.caseId}`, flash: 'ケースを開きました。あなたが担当です。' }),
})

export default function CaseNew() {
  const { frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm<OpenCaseTyped>({ lastResult: returned?.lastResult, defaultValue: { people: firstRows } })
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary form={form} />
      <OpenCaseFields formId={form.id} formKey={formKey} fields={fields} />
    </Desk>
  )
}
