import { PageHead, Table, TextLink } from '#app/ui/desk.ts'
import type { TodayView } from '../views.ts'

/** The first page of the desk: what is due, by date, each line leading to where it is done. */
export function Today({ view }: { view: TodayView }) {
  return (
    <>
      <PageHead title={view.heading} />
      <Table
        caption="きょうすること"
        narrow="two"
        rows={view.lines}
        rowKey={(line) => line.href + line.text}
        empty="いま、決まった仕事はありません。"
        columns={[
          { label: '期限', cell: (line) => (line.due === 'きょう' ? <b>きょう</b> : line.due), nowrap: true },
          { label: '仕事', cell: (line) => <TextLink href={line.href}>{line.text}</TextLink>, head: true },
          { label: '件数', cell: (line) => line.note ?? '1件', num: true },
        ]}
      />
    </>
  )
}
