import { DeskSection, Dl, Help, Table } from '#app/ui/desk.ts'
import { PeopleTable } from './word-table.tsx'

interface GivenView {
  peopleTitle: string
  peopleNote: string
  columns: { item: string; label: string }[]
  people: {
    key: string
    name: string
    kana: string
    registrationNo: string
    cells: { [item: string]: string }
    recall: string | null
  }[]
}

interface LeftOutView {
  leftOut: { key: string; reason: string; count: number; remedy: string; clause: string }[]
  leftOutNote: string
  differences: { since: string; lines: { name: string; value: string }[] } | null
}

/** Who is given, with what of each. */
export function GivenList({ view }: { view: GivenView }) {
  return (
    <DeskSection title={view.peopleTitle} small={`${view.peopleNote}。同意の範囲に合わない欄は、はじめから入りません`}>
      <PeopleTable columns={view.columns} rows={view.people} empty="いま渡せる方がいません。" />
      <Help>「のせない」は、ご本人が選ばなかった欄です。その人の分は、出力にも入りません。</Help>
    </DeskSection>
  )
}

/** 渡さない人と、その理由; and what changed since the last time (drawn 13a). */
export function LeftOut({ view }: { view: LeftOutView }) {
  return (
    <div>
      <DeskSection title="今回は渡さない人" small={view.leftOutNote}>
        <Table
          rows={view.leftOut}
          rowKey={(row) => row.key}
          empty="修了した方は、全員が入っています。"
          columns={[
            { label: '理由', head: true, plain: true, cell: (row) => row.reason },
            { label: '人数', num: true, nowrap: true, cell: (row) => `${row.count}人` },
            { label: 'どうすれば渡せるか', cell: (row) => row.remedy },
            { label: '根拠', nowrap: true, cell: (row) => row.clause },
          ]}
        />
      </DeskSection>
      {view.differences ? (
        <DeskSection title="前回からの違い" small={view.differences.since}><Dl items={view.differences.lines} tight /></DeskSection>
      ) : null}
    </div>
  )
}
