import { Fragment } from 'react'
import { isTokyoDay, jpDate, jpTime } from '#app/shared/tokyo-day.ts'
import { ButtonFill, ButtonNeutral, ButtonRow, Cols, Crumb, DeskSection, Dl, Help, List, PageHead, Refusal, Table, TextLink, Whole } from '#app/ui/desk.ts'
import {
  CheckboxGroup, DayField, HiddenFields, type ReturnedFields, SubmitButton, TextArea, TextField, TimeField, TwoFields,
} from '#app/ui/form.ts'
import type { BookingView, VisitLine } from '../views/activity.ts'
import { RecordCover } from './record-cover.tsx'

/** The visits of one dispatch, the latest first. */
export function VisitTable({ lines, formKey }: { lines: VisitLine[]; formKey: string }) {
  return (
    <DeskSection title="訪問と報告">
      <Table
        caption={<span className="sr-only">訪問と報告</span>}
        narrow="one"
        rows={lines}
        rowKey={(line) => line.id}
        empty="まだ訪問の予定はありません。"
        columns={[
          { label: '日時', cell: (line) => <Whole>{line.day}</Whole>, small: (line) => <><Whole>{line.time}</Whole>　{line.place}</>, head: true },
          { label: 'サポーター', cell: (line) => <Pieces texts={line.people} /> },
          { label: '様子', cell: (line) => line.state, small: (line) => (line.signals.length > 0 ? <Pieces texts={line.signals} /> : null) },
          { label: '報告', cell: (line) => (line.reportHref ? <TextLink href={line.reportHref}>{line.reportLabel}</TextLink> : line.reportLabel), nowrap: true },
          { label: '取り消し', quietHead: true, cell: (line) => (line.canCancel ? <CancelForm line={line} formKey={formKey} /> : '') },
        ]}
      />
    </DeskSection>
  )
}

/** Words that stay whole; the line breaks between them only. */
function Pieces({ texts }: { texts: string[] }) {
  return texts.map((text) => <Fragment key={text}><Whole>{text}</Whole> </Fragment>)
}

function CancelForm({ line, formKey }: { line: VisitLine; formKey: string }) {
  return (
    <form method="post">
      <HiddenFields formKey={formKey} version={line.version} intent="cancel" values={{ visitId: line.id }} />
      <SubmitButton look="small">取り消す<span className="sr-only">（{line.day}{line.time}）</span></SubmitButton>
    </form>
  )
}

interface Props {
  view: BookingView
  formKey: string
  fields: ReturnedFields
}

/** Booking a visit: the form at the left, what was agreed and who is insured at the right. */
export function BookingPage({ view, formKey, fields, cover }: Props & { cover: ReturnedFields }) {
  const whole = isTokyoDay(fields.field('day').initialValue) && fields.texts('supporters').length > 0
  const refused = whole ? fields.entries.filter((entry) => /-(day|from|to|supporters)$/.test(entry.fieldId ?? '') || entry.fieldId === null) : []
  return (
    <>
      <Crumb items={[{ label: '派遣の一覧', href: '/desk/dispatches' }, { label: view.no, href: view.dispatchHref }, { label: '訪問の予定' }]} />
      <PageHead title={view.title} no={view.no} />
      {view.closed ? <Closed view={view} reason={view.closed} /> : null}
      {!view.closed && refused.length > 0 ? <Refused view={view} fields={fields} reasons={refused.map((entry) => entry.text)} /> : null}
      <Cols shape="right-372">
        <div>{view.closed ? <Help>予定を入れる画面は、活動が始まると使えます。</Help> : <BookingForm view={view} formKey={formKey} fields={fields} />}</div>
        <div>
          <DeskSection first title="約束したこと">
            <Dl tight items={[{ name: '期間', value: view.period }, { name: '回数', value: view.frequency }, { name: '場所', value: view.place || '—' }]} />
          </DeskSection>
          <DeskSection title="しないこと"><List items={view.donts.map((text) => ({ text }))} /></DeskSection>
          <DeskSection title="もう決まっている予定">
            {view.coming.length > 0 ? <List items={view.coming} /> : <Help>ありません。</Help>}
          </DeskSection>
          {view.closed ? null : <div className="mt-8"><RecordCover supporters={view.supporters} formKey={formKey} fields={cover} /></div>}
        </div>
      </Cols>
    </>
  )
}

function BookingForm({ view, formKey, fields }: Props) {
  const only = view.supporters.length === 1 ? [view.supporters[0]!.value] : []
  return (
    <form method="post">
      <HiddenFields formKey={formKey} />
      <DayField field={fields.field('day', view.firstDay)} label="日にち" required support={`約束の期間　${view.period}`} />
      <TwoFields>
        <TimeField field={fields.field('from', '14:00')} label="始まり" required />
        <TimeField field={fields.field('to', '14:30')} label="終わり" required />
      </TwoFields>
      <CheckboxGroup field={{ ...fields.field('supporters'), initialValue: fields.texts('supporters', only) }} label="行くサポーター" required
        support="はじめての訪問は、2人で行くことをすすめます。" options={view.supporters} />
      <TextField field={fields.field('place', view.place)} label="場所" required support="家の番地は書かず、待ち合わせの場所と行き方が分かるように書きます。" />
      <TextArea field={fields.field('note')} label="心にとめておくこと" required={false} rows={3} support="1行に1つ。サポーターの画面に出ます。" />
      <div className="mt-6 mb-2">
        <ButtonRow>
          <SubmitButton>訪問の予定を入れる</SubmitButton>
          <ButtonNeutral href={view.dispatchHref}>やめる</ButtonNeutral>
        </ButtonRow>
      </div>
      <Help>入れると、サポーターにメールでお知らせします。前の日に、もう一度お知らせします。</Help>
    </form>
  )
}

function Closed({ view, reason }: { view: BookingView; reason: string }) {
  return (
    <Refusal title="いまは訪問の予定を入れられません" clause={{ label: '要領 第3-3(2)ア' }}
      can={[{ text: '派遣のページで、いまの様子を見る' }]}
      actions={<ButtonFill href={view.dispatchHref}>派遣のページへ</ButtonFill>}>
      <p>{reason}</p>
      <p>この決まりを飛ばす方法はありません。</p>
    </Refusal>
  )
}

function Refused({ view, fields, reasons }: { view: BookingView; fields: ReturnedFields; reasons: string[] }) {
  const [day, from] = [String(fields.field('day').initialValue), String(fields.field('from').initialValue ?? '')]
  const when = `${isTokyoDay(day) ? jpDate(day) : ''}${/^\d\d:\d\d$/.test(from) ? jpTime(from) : ''}`
  return (
    <Refusal title={`${when}の訪問は、予定に入れられません`} clause={{ label: '要領 第3-3(2)ア、第3-3(3)ウ' }}
      can={[{ text: 'ほかの日時にする', note: '下の日にちと時刻を直して、もう一度入れます' }, { text: 'ほかの人にする', note: view.supporters.length > 1 ? '行くサポーターを選び直します' : 'サポーターを増やすには、派遣のページから' }]}>
      {reasons.map((text) => <p key={text}><b>{text}</b></p>)}
    </Refusal>
  )
}
