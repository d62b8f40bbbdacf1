import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bookVisit } from '#app/features/activity/commands/book-visit.server.ts'
import { recordCover } from '#app/features/activity/commands/record-cover.server.ts'
import { RecordCoverForm } from '#app/features/activity/forms/cover.ts'
import { BookVisitForm } from '#app/features/activity/forms/visit.ts'
import { activityMessages } from '#app/features/activity/messages/activity.ts'
import { presentBooking } from '#app/features/activity/presenter/visits.ts'
import { getBooking } from '#app/features/activity/queries/visits.server.ts'
import { BookingPage } from '#app/features/activity/ui/desk-visits.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '訪問の予定｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'visit.book' }, async ({ ctx, params }) => {
  const facts = await getBooking(ctx, params.dispatchId ?? '')
  return facts && presentBooking(facts, ctx.clock.today())
})

export const action = submitAny({ audience: 'staff', action: 'visit.book' }, activityMessages, {
  send: intent({
    schema: BookVisitForm,
    run: ({ ctx, input, params }) => bookVisit(ctx, { ...input, dispatchId: params.dispatchId ?? '' }),
    done: ({ asked }) => ({ to: `/desk/dispatches/${asked.params.dispatchId}`, flash: '訪問の予定を入れました。サポーターにお知らせします。' }),
  }),
  cover: intent({
    schema: RecordCoverForm,
    run: ({ ctx, input, params }) => recordCover(ctx, { ...input, dispatchId: params.dispatchId ?? '' }),
    done: ({ asked }) => ({ to: asked.url.pathname, flash: '保険を記録しました。' }),
    action: 'cover.record',
  }),
})

export default function NewVisit() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const ofCover = returned?.intent === 'cover'
  const fields = returnedFields(ofCover ? undefined : returned, 'visit')
  const cover = returnedFields(ofCover ? returned : undefined, 'cover')
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary entries={[...fields.entries, ...cover.entries]} />
      <BookingPage view={view} formKey={formKey} fields={fields} cover={cover} />
    </Desk>
  )
}
