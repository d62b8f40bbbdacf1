import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseNameForm, parseCaseFilter, typedCaseNumber } from '#app/features/cases/forms/case-list.ts'
import { messages } from '#app/features/cases/messages/case.ts'
import { presentCases } from '#app/features/cases/presenter/case-list.ts'
import { listCases, pageSize } from '#app/features/cases/queries/case-list.server.ts'
import { CaseList } from '#app/features/cases/ui/case-list.tsx'
import { page } from '#app/http/page.server.ts'
import { answerSearch, searchedName } from '#app/http/search.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ok } from '#app/shared/result.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: 'ケース｜よりそい' }]

const door = { audience: 'staff', action: 'case.list' } as const

export const loader = page(door, async (asked) => {
  const { ctx, url } = asked
  const filter = { ...parseCaseFilter(url.searchParams), name: searchedName(asked) }
  const shown = { filter, typed: typedCaseNumber(url.searchParams), size: pageSize }
  return presentCases(await listCases(ctx, filter), shown, { actor: ctx.actor, today: ctx.clock.today() })
})

export const action = submit(door, messages, {
  schema: CaseNameForm,
  run: async ({ input }) => ok(input.name),
  done: ({ value, asked }) => answerSearch(asked, value),
})

export default function Cases() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const fields = returnedFields(useActionData<typeof action>(), 'case-name')
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary entries={fields.entries} />
      <CaseList view={view} fields={fields} formKey={formKey} />
    </Desk>
  )
}
