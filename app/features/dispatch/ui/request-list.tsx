import {
  Applied, Filters, FilterSelect, MiniDots, Mono, PageHead, Pager, PrintButton, Stages, Table, TableFoot, TextLink,
} from '#app/ui/desk.ts'
import type { RequestLine, RequestListView } from '../views/request.ts'

const columns = [
  { label: '番号', cell: (line: RequestLine) => <Mono><TextLink href={line.href}>{line.no}</TextLink></Mono>, nowrap: true, plain: true },
  { label: '呼び名', cell: (line: RequestLine) => <b>{line.name}</b>, head: true, nowrap: true, plain: true },
  { label: '段階', cell: (line: RequestLine) => <Stage line={line} />, nowrap: true },
  { label: '希望者', cell: (line: RequestLine) => line.wish, nowrap: true },
  { label: '会い方', cell: (line: RequestLine) => line.ladder, nowrap: true },
  { label: '待ち', cell: (line: RequestLine) => line.waiting, num: true },
  { label: 'つぎの一歩', cell: (line: RequestLine) => line.next },
]

function Stage({ line }: { line: RequestLine }) {
  return line.dots === null ? <>{line.stage}</> : <MiniDots done={line.dots}>{line.stage}</MiniDots>
}

/** The wishes this desk works on. */
export function RequestList({ view }: { view: RequestListView }) {
  const pageHref = (page: number) => page === 1 ? view.address : `${view.address}${view.address.includes('?') ? '&' : '?'}page=${page}`
  return (
    <>
      <PageHead title="希望" extra={<PrintButton>印刷</PrintButton>} />
      <Stages items={view.stages} />
      <Filters keep={view.chosen.stage === 'all' ? {} : { stage: view.chosen.stage }}>
        <FilterSelect label="希望した人" name="wish" value={view.chosen.wish} options={view.wishOptions} />
      </Filters>
      <Applied><span><b>{view.total}件</b>のうち {view.from}〜{view.to}件目　並び：番号の新しい順</span></Applied>
      <Table
        caption={<span className="sr-only">希望の一覧</span>}
        columns={columns}
        rows={view.lines}
        rowKey={(line) => line.id}
        landscape
        empty="ここに出る希望はありません。希望は、ケースのページから受け付けます。"
      />
      <TableFoot pager={<Pager page={view.page} size={view.size} total={view.total} href={pageHref} />}>
        待ち＝いまの段階に入ってからの日数。活動中は数えません。
      </TableFoot>
    </>
  )
}
