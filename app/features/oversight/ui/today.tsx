import { ButtonSmall, Cols, DeskSection, List, PageHead, Table, TextLink } from '#app/ui/desk.ts'
import type { TodayView } from '../views.ts'

/** The first page of the desk: what is due, by date, each line with the button to where it is done. */
export function Today({ view }: { view: TodayView }) {
  return (
    <>
      <PageHead title={view.heading} />
      {view.beside ? (
        <Cols>
          <div>
            <Work view={view} />
            {view.beside === 'activity' ? <Awaited lines={view.awaited} /> : null}
          </div>
          <div>{view.beside === 'activity' ? <Activity view={view} /> : <Sessions lines={view.sessions} />}</div>
        </Cols>
      ) : (
        <Work view={view} />
      )}
    </>
  )
}

function Work({ view }: { view: TodayView }) {
  return (
    <DeskSection first title="きょうすること" small={view.lines.length > 1 ? `期限の早い順　${view.lines.length}件` : undefined}>
      <Table
        narrow="one"
        middle
        rows={view.lines}
        rowKey={(line) => line.href + line.text}
        empty="いま、決まった仕事はありません。"
        columns={[
          { label: '期限', cell: (line) => (line.due === 'きょう' ? <b>きょう</b> : line.due), nowrap: true },
          { label: '仕事', cell: (line) => <b>{line.text}</b>, small: (line) => line.note, head: true, plain: true },
          { label: '操作', quietHead: true, plain: true, num: true, cell: (line) => <ButtonSmall href={line.href}>{line.act}</ButtonSmall> },
        ]}
      />
    </DeskSection>
  )
}

function Awaited({ lines }: { lines: TodayView['awaited'] }) {
  return (
    <DeskSection title="返事を待っているもの" small="相手の都合が先です">
      <Table
        rows={lines}
        rowKey={(line) => line.key}
        empty="いま、待っている返事はありません。"
        columns={[
          { label: 'だれから', cell: (line) => line.who, head: true },
          { label: '何の返事', cell: (line) => <TextLink href={line.href}>{line.what}</TextLink>, small: (line) => line.about },
          { label: '送った日', cell: (line) => line.sent, nowrap: true },
          { label: '返事の目安', cell: (line) => line.until, nowrap: true },
        ]}
      />
    </DeskSection>
  )
}

function Activity({ view }: { view: TodayView }) {
  return (
    <>
      <DeskSection first title="きょうの訪問">
        {view.visits.length > 0 ? (
          <List
            items={view.visits.map((visit) => ({
              text: <><b>{visit.time}</b>　<TextLink href={visit.href}>{visit.who}</TextLink></>, note: visit.note,
            }))}
          />
        ) : <p>きょうの訪問はありません。</p>}
      </DeskSection>
      <DeskSection title="助言を待つ報告" small={view.reports.length > 0 ? `${view.reports.length}件` : undefined}>
        {view.reports.length > 0 ? (
          <List items={view.reports.map((report) => ({ text: <TextLink href={report.href}>{report.label}</TextLink>, note: report.note }))} />
        ) : <p>待っている報告はありません。</p>}
      </DeskSection>
      {view.done.length > 0 ? (
        <DeskSection title="済んだこと" small="この1週間">
          <List items={view.done.map(({ text, note }) => ({ text, note }))} />
        </DeskSection>
      ) : null}
    </>
  )
}

function Sessions({ lines }: { lines: TodayView['sessions'] }) {
  return (
    <DeskSection first title="近い研修の回" small="2週間先まで">
      {lines.length > 0 ? (
        <List items={lines.map((line) => ({ text: <TextLink href={line.href}>{line.label}</TextLink>, note: line.note }))} />
      ) : <p>近い回はありません。</p>}
    </DeskSection>
  )
}
