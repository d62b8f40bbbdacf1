import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EntryNameForm } from '#app/features/roster/forms.ts'
import { messages } from '#app/features/roster/messages.ts'
import { presentEntries } from '#app/features/roster/presenter/entries.ts'
import { isKanaRow, listEntries } from '#app/features/roster/queries/entries.server.ts'
import { page } from '#app/http/page.server.ts'
import { answerSearch, searchedName } from '#app/http/search.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ok } from '#app/shared/result.ts'
import { Applied, DeskSection, NameSearch, PageHead, Stages, Table, TableFoot, WayInList } from '#app/ui/desk.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '登録名簿｜よりそい' }]

const door = { audience: 'staff', action: 'roster.view' } as const

export const loader = page(door, async (given) => {
  const { ctx, url } = given
  const row = url.searchParams.get('row')
  const asked = Number(url.searchParams.get('page') ?? 1)
  const search = {
    q: searchedName(given) ?? '',
    row: isKanaRow(row) ? row : null,
    page: Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1,
  }
  const found = await listEntries(ctx, search)
  return found && presentEntries(found, search, ctx.clock.today())
})

export const action = submit(door, messages, {
  schema: EntryNameForm,
  run: async ({ input }) => ok(input.name),
  done: ({ value, asked }) => answerSearch(asked, value),
})

export default function Screen() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const fields = returnedFields(useActionData<typeof action>(), 'entry-name')
  const named = view.q !== ''
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary entries={fields.entries} />
      <PageHead title="登録名簿" beside={view.year} sub="登録は3月31日までです。フリガナの順に並べています。" />
      <DeskSection title="登録している方">
        <Stages items={view.rowTabs} label="フリガナの行でしぼる" named={named} />
        <NameSearch label="氏名・フリガナのはじめの文字" field={fields.field('name', view.q)} address={view.address} formKey={formKey} />
        <Applied>{view.total}人</Applied>
        <Table
          rows={view.rows}
          rowKey={(row) => row.key}
          landscape
          empty="あてはまる方は、いません。"
          columns={[
            { label: '登録番号', plain: true, nowrap: true, cell: (row) => <span className="mono">{row.registrationNo}</span> },
            { label: '氏名', head: true, plain: true, nowrap: true, cell: (row) => <a className="link" href={row.href}>{row.name}</a>, small: (row) => row.kana },
            { label: '活動名', cell: (row) => row.workingName },
            { label: '地域', cell: (row) => row.homeArea },
            { label: '電話', nowrap: true, cell: (row) => row.phone },
            { label: '住所', nowrap: true, cell: (row) => row.address },
            { label: 'ピア', nowrap: true, cell: (row) => row.peer },
            { label: 'ようす', nowrap: true, cell: (row) => row.state },
            { label: '渡した先', num: true, cell: (row) => row.heldBy },
          ]}
        />
        <TableFoot
          pager={view.pager.previous || view.pager.next ? (
            <nav className="pager" aria-label="ページ">
              {view.pager.previous ? <WayInList className="link" href={view.pager.previous} named={named}>前の25人</WayInList> : null}
              <span aria-current="page">{view.pager.words}</span>
              {view.pager.next ? <WayInList className="link" href={view.pager.next} named={named}>次の25人</WayInList> : null}
            </nav>
          ) : null}
        >
          「のせない」は、ご本人が選ばなかった項目です。「渡した先」は、いま情報を持っている市町村の数です。
        </TableFoot>
      </DeskSection>
    </Desk>
  )
}
