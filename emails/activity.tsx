import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { date, dateTime, Facts, Letter, P, Page, type LetterProps, type MailDefinition } from './letter.tsx'
import { subjectLine } from './subject.ts'

type Booked = LetterProps<'visit.booked'>
type Reminder = LetterProps<'visit.reminder'>
type Cancelled = LetterProps<'visit.cancelled'>
type Answered = LetterProps<'report.answered'>

const visit = { visitId: '0192f0c1-2a00-7000-8000-000000000007', startsAt: '2026-12-03T05:30:00.000Z' }

/** A visit stands; whom and where is behind the login. */
export const visitBooked: MailDefinition<'visit.booked'> = {
  subject: ({ desk }) => subjectLine(desk.name, '予定のお知らせ'),
  Component: (props: Booked) => (
    <Letter desk={props.desk}>
      <P>活動の予定が決まりました。</P>
      <Facts of={[['日時', dateTime(props.startsAt)]]} />
      <Page label="場所と気をつけることは、ログインして見てください。" href={`${props.origin}/my/visits/${props.visitId}`} />
      <P>都合が悪くなったときは、この下の「おたずね先」に知らせてください。理由はいりません。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: visit,
}

/** A visit is near. Never leaves after a stop (N8). */
export const visitReminder: MailDefinition<'visit.reminder'> = {
  subject: ({ desk }) => subjectLine(desk.name, '近い予定のお知らせ'),
  Component: (props: Reminder) => (
    <Letter desk={props.desk}>
      <P>活動の予定が近づきました。</P>
      <Facts of={[['日時', dateTime(props.startsAt)]]} />
      <Page label="場所と気をつけることは、ログインして見てください。" href={`${props.origin}/my/visits/${props.visitId}`} />
      <P>都合が悪くなったときは、この下の「おたずね先」に知らせてください。理由はいりません。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: visit,
}

/** A visit was called off. */
export const visitCancelled: MailDefinition<'visit.cancelled'> = {
  subject: ({ desk }) => subjectLine(desk.name, '予定の取り消しのお知らせ'),
  Component: (props: Cancelled) => (
    <Letter desk={props.desk}>
      <P>次の予定は、取り消しになりました。</P>
      <Facts of={[['日時', dateTime(props.startsAt)]]} />
      <P>あなたの活動のせいではありません。何かをする必要はありません。</P>
      <Page label="ほかの予定は、マイページで見られます。" href={`${props.origin}/my`} />
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: { startsAt: visit.startsAt },
}

/** The coordinator has answered a report (N11). */
export const reportAnswered: MailDefinition<'report.answered'> = {
  subject: ({ desk }) => subjectLine(desk.name, 'お返事のお知らせ'),
  Component: (props: Answered) => (
    <Letter desk={props.desk}>
      <P>{date(props.visitOn)}の活動報告に、担当からの返事があります。</P>
      <Page label="返事は、ログインして読めます。" href={`${props.origin}/my/reports`} />
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: { visitOn: asTokyoDay('2026-12-03') },
}
