import {
  Brief, Chip, Clause, Cols, Crumb, DeskSection, Dl, Help, List, Mono, PageHead, Panel, PanelSoft, Table, TableFoot, Phrase, TextLink,
} from '#app/ui/desk.ts'
import { HiddenFields, type ReturnedFields, SubmitButton, TextArea } from '#app/ui/form.ts'
import { answerDue } from '../messages/activity.ts'
import type { ReportLine, ReportView } from '../views/activity.ts'

/** Reports that reached the desk, those that wait for an answer first. */
export function ReportList({ lines }: { lines: ReportLine[] }) {
  const waiting = lines.filter((line) => !line.answered).length
  return (
    <>
      <PageHead title="報告と助言" sub={waiting > 0 ? `助言を待っている報告が${waiting}件あります。` : '助言を待っている報告はありません。'} />
      <Table
        caption={<span className="sr-only">報告と助言</span>}
        rows={lines}
        rowKey={(line) => line.id}
        empty="報告は、まだありません。"
        columns={[
          { label: '番号', cell: (line) => <Mono><TextLink href={line.href}>{line.no}</TextLink></Mono>, nowrap: true, plain: true },
          { label: '呼び名', cell: (line) => <b>{line.name}</b>, nowrap: true, plain: true },
          { label: '活動の日', cell: (line) => line.visit, nowrap: true },
          { label: '会えたか', cell: (line) => line.outcome, nowrap: true },
          { label: '書いた人', cell: (line) => line.writer, nowrap: true },
          { label: '提出', cell: (line) => line.submitted, nowrap: true },
          { label: '待ち', cell: (line) => line.waited, num: true },
          { label: '返事の期限', cell: (line) => (line.dueToday ? <b>{line.due}</b> : line.due), nowrap: true },
          { label: '様子', cell: (line) => <Chip kind={line.answered ? 'done' : 'now'}>{line.state}</Chip>, nowrap: true },
        ]}
      />
      <TableFoot>待ち＝提出されてから、まだ返事をしていない日数。期限＝{answerDue}。</TableFoot>
    </>
  )
}

function Paragraphs({ lines }: { lines: string[] }) {
  return <>{lines.map((line, i) => <p key={i}>{line}</p>)}</>
}

/** One report: two layers at the left, the advice beside them (drawn 11). */
export function ReportPage({ view, formKey, fields }: { view: ReportView; formKey: string; fields: ReturnedFields }) {
  return (
    <>
      <Crumb items={[{ label: '報告と助言', href: '/desk/reports' }, { label: view.no }]} />
      <PageHead title={view.title} beside={view.beside} no={view.no} chip={<Chip kind={view.chip.kind}>{view.chip.text}</Chip>}
        links={[{ label: 'この派遣', href: view.dispatchHref }]} />
      <Brief due={view.due} promised={null} next={view.next} />
      <Cols shape="right-430">
        <div>
          <DeskSection first title="書いた人と活動"><Dl tight items={view.facts} /></DeskSection>
          <div className="mt-6">
            <Panel title={<><Phrase>1　ご本人も読める部分</Phrase>　<Chip kind="now">{view.clientName}に見せる</Chip></>}><Paragraphs lines={view.did} /></Panel>
          </div>
          <div className="mt-6">
            <PanelSoft title={<><Phrase>2　助言する人だけが読む部分</Phrase>　<Chip>ご本人・家族には見せない</Chip></>}>
              <Paragraphs lines={view.worry} />
              <h3 className="mt-4">サポーター自身のこと</h3>
              <p>{view.self}</p>
            </PanelSoft>
          </div>
        </div>
        <div>
          <Panel title="助言・指導">
            {view.advice.map((one, i) => <div key={i} className="mt-3"><Paragraphs lines={one.text} /><Help>{one.note}</Help></div>)}
            {view.canAdvise ? <AdviceForm view={view} formKey={formKey} fields={fields} /> : null}
          </Panel>
          <DeskSection title="この派遣のこれまで">
            {view.earlier.length > 0
              ? <List items={view.earlier.map((one) => ({ text: <TextLink href={one.href}>{one.text}</TextLink>, note: one.note }))} />
              : <Help>これがはじめての報告です。</Help>}
          </DeskSection>
        </div>
      </Cols>
    </>
  )
}

function AdviceForm({ view, formKey, fields }: { view: ReportView; formKey: string; fields: ReturnedFields }) {
  return (
    <form method="post">
      <HiddenFields formKey={formKey} version={view.version} />
      <TextArea field={fields.field('text')} label={`${view.writer}へ`} required rows={8} support="はじめに、よかったことを一つ。責める言葉は使いません。" />
      <div className="btns"><SubmitButton look={view.advice.length > 0 ? 'line' : 'fill'}>{view.advice.length > 0 ? 'つけくわえて送る' : '助言を送る'}</SubmitButton></div>
      <Help>送ると、{view.writer}のマイページに出ます。メールには「返事があります」とだけ書きます。<Clause>要領 第3-3(2)ウ</Clause></Help>
    </form>
  )
}
