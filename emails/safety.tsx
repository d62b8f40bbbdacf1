import { dateTime, Facts, Letter, P, Page, type LetterProps, type MailDefinition } from './letter.tsx'
import { subjectLine } from './subject.ts'

type Reported = LetterProps<'incident.reported'>
type Notice = LetterProps<'stop.notice'>
type Staff = LetterProps<'stop.staff'>

/** A first report of something that happened has come in; to the desk, at any hour. */
export const incidentReported: MailDefinition<'incident.reported'> = {
  subject: ({ desk }) => subjectLine(desk.name, '確認がいる連絡のお知らせ'),
  Component: (props: Reported) => (
    <Letter desk={props.desk}>
      <P>サポーターから、けがや、こまったことの第1報が届きました。</P>
      <Facts of={[['届いたとき', dateTime(props.reportedAt)]]} />
      <Page
        label="内容と、このあとの連絡の順番は、ログインして見てください。"
        href={`${props.origin}/desk/incidents/${props.incidentId}`}
      />
    </Letter>
  ),
  atOnce: true,
  reader: 'desk',
  wordFree: true,
  sample: { incidentId: '0192f0c1-2a00-7000-8000-000000000008', reportedAt: '2026-12-03T06:10:00.000Z' },
}

/** To the supporter of a dispatch that the client's word has ended. Names nobody, blames nobody. */
export const stopNotice: MailDefinition<'stop.notice'> = {
  subject: ({ desk }) => subjectLine(desk.name, 'お休みのお知らせ'),
  Component: (props: Notice) => (
    <Letter desk={props.desk}>
      <P>ある方の活動は、お休みになりました。あなたの活動のせいではありません。</P>
      <P>この活動の、これからの予定は、すべて取り消しました。うかがう必要はありません。</P>
      <P>すんだ活動の報告は、今までどおり書けます。</P>
      <Page label="ほかの予定は、マイページで見られます。" href={`${props.origin}/my`} />
      <P>気になることがあれば、この下の「おたずね先」に話してください。話さなくてもかまいません。</P>
    </Letter>
  ),
  atOnce: true,
  reader: 'person',
  wordFree: true,
  sample: {},
}

/** To the desk: a stop has taken effect; nothing has to be approved (S3 第3-3(2)ア, N9). */
export const stopStaff: MailDefinition<'stop.staff'> = {
  subject: ({ desk }) => subjectLine(desk.name, 'お休みの受付のお知らせ'),
  Component: (props: Staff) => (
    <Letter desk={props.desk}>
      <P>お休みの申し出を受け付けました。もう効いています。決裁を待つものはありません。</P>
      <Facts of={[['受け付けたとき', dateTime(props.receivedAt)]]} />
      <P>これからの予定は取り消され、サポーターにもメールで知らせます。</P>
      <Page label="このあとのことは、ログインして見てください。" href={`${props.origin}/desk/stops`} />
    </Letter>
  ),
  atOnce: true,
  reader: 'desk',
  wordFree: true,
  sample: { receivedAt: '2026-12-03T12:20:00.000Z' },
}
