import { Chip, PageHead, Table, TextLink } from '#app/ui/desk.ts'
import type { IncidentLine } from '../views.ts'

/** The word for where an incident stands. */
export function IncidentChip({ line }: { line: IncidentLine }) {
  if (line.urgent) return <Chip kind="dark">すぐに確かめる</Chip>
  return line.open ? <Chip kind="now">{line.state}</Chip> : <Chip kind="done">{line.state}</Chip>
}

/** Incidents of the body, open ones first. */
export function IncidentList({ lines }: { lines: IncidentLine[] }) {
  return (
    <>
      <PageHead title="事故" sub="けがや、こまったことの記録です。" />
      <Table
        caption="事故"
        narrow="two"
        rows={lines}
        rowKey={(line) => line.id}
        empty="事故の知らせは、ありません。"
        columns={[
          { label: '番号', cell: (line) => <TextLink href={line.href}>{line.receiptNo}</TextLink>, nowrap: true },
          { label: '何があったか', cell: (line) => line.title, head: true },
          { label: '起きた時', cell: (line) => line.occurredAt },
          { label: '様子', cell: (line) => <IncidentChip line={line} /> },
        ]}
      />
    </>
  )
}
