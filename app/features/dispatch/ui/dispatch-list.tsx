import {
  Applied, Crumb, Filters, FilterSelect, FilterText, MiniDots, Mono, NameSearch, PageHead, pageHref, Pager, PrintButton,
  Stages, Table, TableFoot, TextLink, WayInList,
} from '#app/ui/desk.ts'
import type { ReturnedFields } from '#app/ui/form.ts'
import type { DispatchLine, DispatchListView } from '../views/dispatch-list.ts'

const columns = [
  { label: '番号', cell: (line: DispatchLine) => <Mono><TextLink href={line.href}>{line.no}</TextLink></Mono>, nowrap: true, plain: true },
  { label: '呼び名', cell: (line: DispatchLine) => <b>{line.name}</b>, nowrap: true, plain: true },
  { label: '段階', cell: (line: DispatchLine) => <Stage line={line} />, nowrap: true },
  { label: '希望した人', cell: (line: DispatchLine) => line.wish },
  { label: '会い方', cell: (line: DispatchLine) => line.ladder, nowrap: true },
  { label: 'つぎの一歩', cell: (line: DispatchLine) => line.next },
  { label: '期限', cell: (line: DispatchLine) => (line.dueToday ? <b>{line.due}</b> : line.due), nowrap: true },
]

function Stage({ line }: { line: DispatchLine }) {
  return line.dots === null ? <>{line.stage}</> : <MiniDots done={line.dots}>{line.stage}</MiniDots>
}

/** The work list of the dispatches: 25 lines, tabs by state, filters sent as GET, a name as POST. */
export function DispatchList({ view, fields, formKey }: {
  view: DispatchListView
  fields: ReturnedFields
  formKey: string
}) {
  const { state, order } = view.chosen
  const named = view.name !== ''
  return (
    <>
      <Crumb items={[{ label: '派遣', href: '/desk/requests' }, { label: '派遣の一覧' }]} />
      <PageHead title="派遣" extra={<PrintButton>印刷</PrintButton>} />
      <Stages items={view.stages} named={named} />
      <Filters keep={{ ...(state && { state }), ...(order && { order }) }}>
        <FilterSelect label="会い方" name="ladder" value={view.chosen.ladder} options={view.ladderOptions} />
        <FilterSelect label="希望した人" name="wish" value={view.chosen.wish} options={view.wishOptions} width="s" />
        <FilterText label="番号（例：R8-HD-00031-0）" name="q" value={view.chosen.q} width="l" only={{ pattern: '[0-9０-９RHDrhd\\-－]*', words: '番号だけを入力してください。例：R8-HD-00031-0' }} />
      </Filters>
      <NameSearch label="呼び名" field={fields.field('name', view.name)} address={view.address} formKey={formKey} />
      <Applied>
        <span><b>{view.total}件</b>のうち {view.from}〜{view.to}件目</span>
        <span>並び：{view.orders.map((way) => (
          <span key={way.label}>　{way.current ? way.label : <WayInList className="link" href={way.href} named={named}>{way.label}</WayInList>}</span>
        ))}</span>
      </Applied>
      <Table
        caption={<span className="sr-only">派遣の一覧</span>}
        columns={columns}
        rows={view.lines}
        rowKey={(line) => line.id}
        landscape
        empty="この条件に合う派遣はありません。"
      />
      <TableFoot pager={<Pager page={view.page} size={view.size} total={view.total} href={(page) => pageHref(view.address, page)} named={named} />}>
        つぎの一歩＝この派遣でいま待っていることのうち、いちばん先のもの。
      </TableFoot>
    </>
  )
}
