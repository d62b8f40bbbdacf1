import { Chip } from '#app/ui/desk.ts'
import { Table, type Column } from '#app/ui/table/table.tsx'

interface WordRow {
  key: string
  registrationNo: string
  name: string
  kana: string
  cells: Record<string, string>
  recall?: string | null
  answer?: string
}

/** People of a provision: number, name, and exactly the columns that the provision has. */
export function PeopleTable({ columns, rows, empty }: {
  columns: { item: string; label: string }[]
  rows: WordRow[]
  empty: string
}) {
  const has = (key: 'recall' | 'answer') => rows.some((row) => row[key])
  const all: Column<WordRow>[] = [
    { label: '氏名・フリガナ', head: true, plain: true, nowrap: true, cell: (row) => row.name, small: (row) => row.kana },
    { label: '登録番号', plain: true, nowrap: true, cell: (row) => <span className="mono">{row.registrationNo}</span> },
    ...columns.map(({ item, label }): Column<WordRow> => ({ label, cell: (row) => row.cells[item] ?? '—' })),
  ]
  if (has('answer')) all.push({ label: '今年度の意向', nowrap: true, cell: (row) => row.answer })
  if (has('recall')) all.push({ label: '取りやめ', nowrap: true, cell: (row) => (row.recall ? <Chip kind="stop">{row.recall}</Chip> : '—') })
  return <Table rows={rows} rowKey={(row) => row.key} columns={all} empty={empty} landscape />
}
