import { Facts, Framed, Note, Quiet, RowLink, Section } from '#app/ui/phone.ts'
import type { CardReportView, MyReportView } from '../views/activity.ts'

function Paragraphs({ lines }: { lines: string[] }) {
  return <>{lines.map((line, i) => <p key={i}>{line}</p>)}</>
}

/** A supporter's reports, each with what was answered. */
export function MyReports({ reports }: { reports: MyReportView[] }) {
  if (reports.length === 0) {
    return <Quiet title="報告は、まだありません。"><p>あなたから何かをする必要はありません。</p></Quiet>
  }
  return (
    <>
      {reports.map((report) => (
        <Section key={report.id} title={report.title}>
          <Note>{report.outcome}</Note>
          <Paragraphs lines={report.did} />
          {report.advice.map((one, i) => (
            <div className="mt-6" key={i}>
              <Framed><h3 className="sub">担当からの返事</h3><Paragraphs lines={one.text} /><Note>{one.note}</Note></Framed>
            </div>
          ))}
          {report.waiting ? <div className="mt-4"><Note>{report.waiting}</Note></div> : null}
          {report.editHref ? <RowLink href={report.editHref}>報告を直す</RowLink> : null}
        </Section>
      ))}
    </>
  )
}

/** What the client may read: layer 1 and nothing else. */
export function CardReports({ reports }: { reports: CardReportView[] }) {
  if (reports.length === 0) {
    return <Quiet title="今、お見せする報告はありません。"><p>あなたから何かをする必要はありません。</p></Quiet>
  }
  return (
    <>
      {reports.map((report) => (
        <Section key={report.id} title={report.title}>
          <Facts items={[{ name: '来た人', value: report.people }, { name: 'ようす', value: report.outcome }]} />
          <div className="mt-4"><Paragraphs lines={report.did} /></div>
        </Section>
      ))}
    </>
  )
}
