import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentEntries } from '#app/features/roster/presenter/entries.ts'
import { isKanaRow, listEntries } from '#app/features/roster/queries/entries.server.ts'
import { page } from '#app/http/page.server.ts'
import { Applied, DeskSection, Filters, FilterText, PageHead, Stages, Table, TableFoot } from '#app/ui/desk.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '登録名簿｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'roster.view' }, async ({ ctx, url }) => {
  const row = url.searchParams.get('row')
  const asked = Number(url.searchParams.get('page') ?? 1)
  const search = {
    q: (url.searchParams.get('q') ?? '').replaceAll('\0', '').trim(),
    row: isKanaRow(row) ? row : null,
    page: Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1,
  }
  const found = await listEntries(ctx, search)
  return found && presentEntries(found, search, ctx.clock.today())
})

export default function Screen() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return (
    <Desk frame={frame} flash={flash}>
      <PageHead title="登録名簿" beside={view.year} sub="登録は3月31日までです。フリガナの順に並べています。" />
      <DeskSection title="登録している方">
        <Stages items={view.rowTabs} label="フリガナの行でしぼる" />
        <Filters action="/desk/roster" keep={view.row ? { row: view.row } : {}}>
          <FilterText label="氏名・フリガナのはじめの文字" name="q" value={view.q} width="l" />
        </Filters>
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
              {view.pager.previous ? <a className="link" href={view.pager.previous}>前の25人</a> : null}
              <span aria-current="page">{view.pager.words}</span>
              {view.pager.next ? <a className="link" href={view.pager.next}>次の25人</a> : null}
            </nav>
          ) : null}
        >
          「のせない」は、ご本人が選ばなかった項目です。「渡した先」は、いま情報を持っている市町村の数です。
        </TableFoot>
      </DeskSection>
    </Desk>
  )
}
