import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { retryMail } from '#app/features/correspondence/commands/retry-mail.server.ts'
import { RetryMailForm } from '#app/features/correspondence/forms.ts'
import { messages } from '#app/features/correspondence/messages.ts'
import { presentUndelivered } from '#app/features/correspondence/presenter.ts'
import { listUndelivered, listUndrawn } from '#app/features/correspondence/queries.server.ts'
import { Undelivered } from '#app/features/correspondence/ui/undelivered.tsx'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '届かないお知らせ｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'mail.view' }, async ({ ctx }) => {
  const mails = await listUndelivered(ctx)
  return mails && presentUndelivered(mails, await listUndrawn(ctx), ctx.actor)
})

export const action = submit({ audience: 'staff', action: 'mail.retry' }, messages, {
  schema: RetryMailForm,
  run: ({ ctx, input }) => retryMail(ctx, input),
  done: () => ({ to: '/desk/mail', flash: 'もう一度送ります。' }),
})

export default function UndeliveredMail() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = returnedFields(useActionData<typeof action>(), 'retry')
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary entries={returned.entries} />
      <Undelivered view={view} formKey={formKey} />
    </Desk>
  )
}
