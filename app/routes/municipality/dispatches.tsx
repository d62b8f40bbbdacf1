import { useActionData, useLoaderData } from '@remix-run/react'
import { DispatchNameForm, parseListFilter, typedNumber } from '#app/features/dispatch/forms/dispatch-list.ts'
import { requestMessages } from '#app/features/dispatch/messages/request.ts'
import { presentList } from '#app/features/dispatch/presenter/dispatch-list.ts'
import { listDispatches, pageSize } from '#app/features/dispatch/queries/dispatch-list.server.ts'
import { DispatchList } from '#app/features/dispatch/ui/dispatch-list.tsx'
import { page } from '#app/http/page.server.ts'
import { answerSearch, searchedName } from '#app/http/search.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ok } from '#app/shared/result.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta = () => [{ title: '派遣の一覧｜よりそい' }]

const door = { audience: 'staff', action: 'dispatch.list' } as const

export const loader = page(door, async (asked) => {
  const { ctx, url } = asked
  const filter = { ...parseListFilter(url.searchParams), name: searchedName(asked) }
  const facts = await listDispatches(ctx, filter)
  return facts && presentList(facts, { filter, typed: typedNumber(url.searchParams), size: pageSize, today: ctx.clock.today() })
})

export const action = submit(door, requestMessages, {
  schema: DispatchNameForm,
  run: async ({ input }) => ok(input.name),
  done: ({ value, asked }) => answerSearch(asked, value),
})

export default function Screen() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const fields = returnedFields(useActionData<typeof action>(), 'dispatch-name')
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary entries={fields.entries} />
      <DispatchList view={view} fields={fields} formKey={formKey} />
    </Desk>
  )
}
