import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { date, dateTime, Facts, Letter, P, Page, type LetterProps, type MailDefinition } from './letter.tsx'
import { printedNumber, subjectLine } from './subject.ts'

type Received = LetterProps<'training.applicationReceived'>
type Accepted = LetterProps<'training.applicationAccepted'>
type Declined = LetterProps<'training.applicationDeclined'>
type Issued = LetterProps<'training.certificateIssued'>

function numbered(receiptNo: string): string {
  const no = printedNumber(receiptNo)
  return no ? `受付番号 ${no}` : ''
}

/** The application came in; the link proves the address, confirms the application and makes the account. */
export const applicationReceived: MailDefinition<'training.applicationReceived'> = {
  subject: ({ desk, receiptNo }) => subjectLine(desk.name, '受付のお知らせ', numbered(receiptNo)),
  Component: (props: Received) => (
    <Letter desk={props.desk}>
      <P>研修のお申し込みを受け取りました。</P>
      <Facts of={[['研修', props.courseTitle], ['受付番号', props.receiptNo]]} />
      <Page label="次のページを開いて、お申し込みの確認をしてください。" href={props.link} />
      <P>確認がすむと、お申し込みが決まります。このページは{date(props.linkUntil)}まで開けます。</P>
      <P>受講できるかどうかは、確認のあとに、メールでお知らせします。</P>
    </Letter>
  ),
  atOnce: true,
  reader: 'person',
  wordFree: false,
  sample: {
    receiptNo: 'R8-KJ-00042-7', courseTitle: 'サポーター養成研修（見本）',
    linkId: '0192f0c1-2a00-7000-8000-000000000001', linkUntil: asTokyoDay('2026-11-28'),
  },
}

/** The applicant may take part. */
export const applicationAccepted: MailDefinition<'training.applicationAccepted'> = {
  subject: ({ desk, receiptNo }) => subjectLine(desk.name, 'お申し込みの結果のお知らせ', numbered(receiptNo)),
  Component: (props: Accepted) => (
    <Letter desk={props.desk}>
      <P>研修を受けていただけることになりました。</P>
      <Facts
        of={[
          ['研修', props.courseTitle],
          ['受付番号', props.receiptNo],
          ...(props.firstSessionAt ? [['はじめの日', dateTime(props.firstSessionAt)] as [string, string]] : []),
        ]}
      />
      <Page label="場所と日程は、マイページで見られます。" href={`${props.origin}/my/training`} />
      <P>都合が悪くなったときは、この下の「おたずね先」に知らせてください。理由はいりません。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: false,
  sample: {
    receiptNo: 'R8-KJ-00042-7', courseTitle: 'サポーター養成研修（見本）', firstSessionAt: '2026-12-05T01:00:00.000Z',
  },
}

/** The applicant cannot take part this time, and why. */
export const applicationDeclined: MailDefinition<'training.applicationDeclined'> = {
  subject: ({ desk, receiptNo }) => subjectLine(desk.name, 'お申し込みの結果のお知らせ', numbered(receiptNo)),
  Component: (props: Declined) => (
    <Letter desk={props.desk}>
      <P>今回の研修は、受けていただくことができません。</P>
      <Facts of={[['研修', props.courseTitle], ['受付番号', props.receiptNo], ['理由', props.reason]]} />
      <P>次の研修に申し込むことは、いつでもできます。今回の結果は、次の申し込みに影響しません。</P>
      <P>わからないことがあれば、この下の「おたずね先」に聞いてください。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: false,
  sample: {
    receiptNo: 'R8-KJ-00043-5', courseTitle: 'サポーター養成研修（見本）',
    reason: 'お申し込みが定員より多かったためです。',
  },
}

/** The certificate can be fetched behind the login; nothing is attached. */
export const certificateIssued: MailDefinition<'training.certificateIssued'> = {
  subject: ({ desk }) => subjectLine(desk.name, '修了証書のお知らせ'),
  Component: (props: Issued) => (
    <Letter desk={props.desk}>
      <P>研修の修了証書ができました。</P>
      <Facts of={[['研修', props.courseTitle], ['番号', props.certificateNo]]} />
      <Page label="証書は、マイページで見たり、印刷したりできます。" href={`${props.origin}/my/training`} />
      <P>名簿に登録するかどうかは、ご自分で決められます。登録しなくても、修了は変わりません。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: false,
  sample: { courseTitle: 'サポーター養成研修（見本）', certificateNo: '第R8-0012号' },
}
