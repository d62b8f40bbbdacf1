import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { presentHousehold } from '#app/features/cases/presenter/desks.ts'
import { getHousehold } from '#app/features/cases/queries/case.server.ts'
import { receiveRequest } from '#app/features/dispatch/commands/receive-request.server.ts'
import { ReceiveRequestForm, slotsFrom } from '#app/features/dispatch/forms/request.ts'
import { requestMessages } from '#app/features/dispatch/messages/request.ts'
import { type RequestField, RequestForm } from '#app/features/dispatch/ui/request-form.tsx'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '派遣の希望を受け付ける｜よりそい' }]

const door = { audience: 'staff', action: 'request.receive' } as const

export const loader = page({ audience: 'staff', action: 'case.view' }, async ({ ctx, params }) => {
  const facts = await getHousehold(ctx, params.caseId ?? '')
  return facts && presentHousehold(facts)
})

export const action = submit(door, requestMessages, {
  schema: ReceiveRequestForm,
  run: ({ ctx, input, params }) =>
    receiveRequest(ctx, { ...input, slots: slotsFrom(input.slots), caseId: params.caseId ?? '' }),
  done: ({ value }) => ({
    to: `/desk/requests/${value.requestId}`,
    flash: '希望を受け付けました。サポーターを探すのは、調整を始める同意のあとです。',
  }),
})

export default function RequestNew() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const self = view.members.find((member) => member.self)
  const [form, fields] = useForm<Record<RequestField, string | string[]>>({
    lastResult: returned?.lastResult,
    defaultValue: { peer: 'any', members: self ? [self.id] : [] },
  })
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary form={form} />
      <RequestForm view={view} formId={form.id} formKey={formKey} fields={fields} />
    </Desk>
  )
}
