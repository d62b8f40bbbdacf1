import { DeskSection, Mono, Muted, PanelSoft, Table, TableFoot, TextLink } from '#app/ui/desk.ts'
import type { DeskCourseView } from '../views.ts'

/** Applications that wait, people who take part, and those who do not. */
export function CoursePeople({ view }: { view: DeskCourseView }) {
  return (
    <>
      {view.waiting.length > 0 ? (
        <DeskSection title="申込み" small={`返事待ち ${view.waiting.length}人`} id="waiting">
          <Applications rows={view.waiting} />
          <TableFoot>「待ち」は、申込みの日からの日数です。ご本人がメールのページを開くまでは、返事を決められません。</TableFoot>
        </DeskSection>
      ) : null}
      <DeskSection title="受講者" small={`${view.people.length}人　○ 出席　遅 遅刻　早 早退　欠 欠席　補 補講　ま まだ`} id="people">
        <Table
          rows={view.people}
          rowKey={(row) => row.id}
          empty="受講が決まった人は、まだいません。"
          columns={[
            { label: '受付番号', cell: (row) => <TextLink href={row.href}><Mono>{row.receipt}</Mono></TextLink>, nowrap: true, plain: true },
            { label: '氏名', cell: (row) => <b>{row.name}</b>, small: (row) => row.kana, nowrap: true, head: true, plain: true },
            { label: '出席', cell: (row) => row.signs, nowrap: true },
            { label: '出席の回数', cell: (row) => row.attended, num: true, nowrap: true },
            { label: '修了のきまり', cell: (row) => row.rule },
          ]}
        />
      </DeskSection>
      {view.others.length > 0 ? (
        <DeskSection title="見送り・辞退" small={`${view.others.length}人`}><Applications rows={view.others} /></DeskSection>
      ) : null}
    </>
  )
}

function Applications({ rows }: { rows: DeskCourseView['waiting'] }) {
  return (
    <Table
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { label: '受付番号', cell: (row) => <TextLink href={row.href}><Mono>{row.receipt}</Mono></TextLink>, nowrap: true, plain: true },
        { label: '氏名', cell: (row) => <b>{row.name}</b>, small: (row) => row.kana, nowrap: true, head: true, plain: true },
        { label: '段階', cell: (row) => row.state, nowrap: true },
        { label: '申込みの日', cell: (row) => row.received, nowrap: true },
        { label: '待ち', cell: (row) => row.age, num: true, nowrap: true },
      ]}
    />
  )
}

/** The days of the course, with the sheet of each. */
export function CourseSessions({ view }: { view: DeskCourseView }) {
  return (
    <DeskSection title="日程">
      <Table
        rows={view.sessions}
        rowKey={(row) => row.id}
        columns={[
          { label: '回', cell: (row) => (row.isToday ? <b>{row.no}</b> : row.no), nowrap: true, head: true },
          { label: '日時', cell: (row) => (row.isToday ? <b>きょう　{row.when}</b> : row.when), nowrap: true },
          { label: '内容', cell: (row) => row.what },
          { label: '場所', cell: (row) => row.place },
          { label: '必須', cell: (row) => row.required, nowrap: true },
          { label: '出席', cell: (row) => row.attended, num: true, nowrap: true },
          { label: '出席簿', cell: (row) => (row.href ? <TextLink href={row.href}>{row.hrefLabel}</TextLink> : <Muted>—</Muted>), nowrap: true },
        ]}
      />
      <div className="mt-6"><PanelSoft title="修了のきまり"><p>{view.rule}</p></PanelSoft></div>
    </DeskSection>
  )
}
