import {
  Applied, ButtonFill, Chip, Filters, FilterText, Mono, Muted, NameSearch, PageHead, pageHref, Pager, Stages, Table,
  TableFoot, TextLink,
} from '#app/ui/desk.ts'
import type { ReturnedFields } from '#app/ui/form.ts'
import type { CaseLine, CaseListView } from '../views.ts'

const columns = [
  { label: '番号', cell: (line: CaseLine) => <Mono><TextLink href={line.href}>{line.no}</TextLink></Mono>, nowrap: true, plain: true },
  { label: '呼び名', cell: (line: CaseLine) => <b>{line.alias}</b>, head: true, nowrap: true, plain: true },
  { label: '見られる範囲', cell: (line: CaseLine) => (line.mine ? <Chip kind="now">{line.standing}</Chip> : <Muted>{line.standing}</Muted>) },
  { label: '担当', cell: (line: CaseLine) => line.inCharge, nowrap: true },
  { label: '最後の連絡', cell: (line: CaseLine) => line.lastContact, nowrap: true },
  { label: '次のシート', cell: (line: CaseLine) => (line.hearingDue ? <b>{line.hearing}</b> : line.hearing), nowrap: true },
]

/** The cases the desk may see: one's own, and the heads of the others, so that a caller can be found. */
export function CaseList({ view, fields, formKey }: { view: CaseListView; fields: ReturnedFields; formKey: string }) {
  const named = view.name !== ''
  return (
    <>
      <PageHead title="ケース" primary={view.canOpen ? <ButtonFill href="/desk/cases/new">ケースを開く</ButtonFill> : null} />
      <Stages items={view.stages} named={named} />
      <Filters keep={view.state === 'closed' ? { state: 'closed' } : {}}>
        <FilterText label="番号（例：26-0004）" name="q" value={view.typed} width="l" only={{ pattern: '[0-9０-９\\-－]*', words: '番号だけを入力してください。例：26-0004' }} />
      </Filters>
      <NameSearch label="呼び名" field={fields.field('name', view.name)} address={view.address} formKey={formKey} />
      <Applied>
        <span><b>{view.total}件</b>のうち {view.from}〜{view.to}件目</span>
        <span>並び：新しい順</span>
      </Applied>
      <Table
        caption={<span className="sr-only">ケースの一覧</span>}
        columns={columns}
        rows={view.lines}
        rowKey={(line) => line.id}
        empty="ここに出るケースはありません。"
      />
      <TableFoot
        pager={<Pager page={view.page} size={view.size} total={view.total} href={(page) => pageHref(view.address, page)} named={named} />}
      >
        担当外のケースは、番号と呼び名だけが見えます。中を見るときは、理由を書いて開きます。
      </TableFoot>
    </>
  )
}
