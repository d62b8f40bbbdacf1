import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { date, Facts, Letter, P, Page, type LetterProps, type MailDefinition } from './letter.tsx'
import { subjectLine } from './subject.ts'

type SignedCopy = LetterProps<'consent.signedCopy'>
type PaperReceived = LetterProps<'consent.paperReceived'>
type PaperReturned = LetterProps<'consent.paperReturned'>
type Registered = LetterProps<'roster.registered'>
type Delivered = LetterProps<'provision.delivered'>
type Recall = LetterProps<'recall.request'>

/** The signed consent's own copy is behind the login (S3 第3-2(2)イ: 控えの交付). */
export const signedCopy: MailDefinition<'consent.signedCopy'> = {
  subject: ({ desk }) => subjectLine(desk.name, '控えのお知らせ'),
  Component: (props: SignedCopy) => (
    <Letter desk={props.desk}>
      <P>{date(props.signedOn)}に署名された書類を受け取りました。</P>
      <Page label="控えは、マイページで見られます。" href={`${props.origin}/my/consent/${props.consentId}`} />
      <P>同意は、いつでも取りやめられます。理由はいりません。同じページからできます。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: { consentId: '0192f0c1-2a00-7000-8000-000000000002', signedOn: asTokyoDay('2026-12-12') },
}

/** A consent signed on paper has arrived at the desk. */
export const paperReceived: MailDefinition<'consent.paperReceived'> = {
  subject: ({ desk }) => subjectLine(desk.name, '書類が届いたことのお知らせ'),
  Component: (props: PaperReceived) => (
    <Letter desk={props.desk}>
      <P>{date(props.receivedOn)}に、紙で書かれた書類が届きました。画面で署名したときと、同じあつかいです。</P>
      <Page label="控えは、マイページで見られます。" href={`${props.origin}/my/consent/${props.consentId}`} />
      <P>同意は、いつでも取りやめられます。理由はいりません。同じページからできます。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: { consentId: '0192f0c1-2a00-7000-8000-000000000002', receivedOn: asTokyoDay('2026-12-14') },
}

/** The paper could not be taken; why stands behind the login. */
export const paperReturned: MailDefinition<'consent.paperReturned'> = {
  subject: ({ desk }) => subjectLine(desk.name, '書類についてのお知らせ'),
  Component: (props: PaperReturned) => (
    <Letter desk={props.desk}>
      <P>届いた書類に、確かめられないところがありました。くわしいことは、マイページで見られます。</P>
      <Page label="書類のページ" href={`${props.origin}/my/consent/${props.consentId}/paper`} />
      <P>紙でもう一度送ることも、画面で書くこともできます。急ぐことはありません。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: { consentId: '0192f0c1-2a00-7000-8000-000000000002' },
}

/** The person now stands on the roster. */
export const registered: MailDefinition<'roster.registered'> = {
  subject: ({ desk }) => subjectLine(desk.name, '登録のお知らせ'),
  Component: (props: Registered) => (
    <Letter desk={props.desk}>
      <P>名簿への登録がすみました。</P>
      <Facts of={[['登録番号', props.registrationNo], ['登録の期間', `${date(props.validTo)}まで`]]} />
      <Page label="名簿をどこに渡したかは、マイページで見られます。" href={`${props.origin}/my/roster`} />
      <P>お休みすることも、登録をやめることも、いつでもできます。理由はいりません。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: { registrationNo: '第R8-0031号', validTo: asTokyoDay('2027-03-31') },
}

/** A roster waits at the municipality; it opens after the handling terms are accepted (S3 第3-2(2)イ). */
export const delivered: MailDefinition<'provision.delivered'> = {
  subject: ({ desk }) => subjectLine(desk.name, '名簿をお渡しすることのお知らせ'),
  Component: (props: Delivered) => (
    <Letter desk={props.desk}>
      <P>{props.fromBody}から、名簿が届いています。</P>
      <Facts of={[['提供番号', props.provisionNo]]} />
      <Page
        label="ログインして、あつかいの決まりを確かめてから開いてください。"
        href={`${props.origin}/desk/received/${props.provisionId}`}
      />
    </Letter>
  ),
  atOnce: false,
  reader: 'desk',
  wordFree: true,
  sample: {
    provisionId: '0192f0c1-2a00-7000-8000-000000000003', provisionNo: '第R8-0002号', fromBody: 'みどり県',
  },
}

/** Somebody on a delivered roster has withdrawn: every holder removes the data and says so (N10). */
export const recallRequest: MailDefinition<'recall.request'> = {
  subject: ({ desk }) => subjectLine(desk.name, '登録の取りやめのお知らせ'),
  Component: (props: Recall) => (
    <Letter desk={props.desk}>
      <P>お渡しした名簿の中に、登録を取りやめた方がいます。</P>
      <Facts of={[['提供番号', props.provisionNo], ['取りやめの日', date(props.requestedOn)]]} />
      <P>画面の名簿からは、もう消えています。印刷した紙や保存したファイルからも、消してください。</P>
      <Page
        label="消したら、次のページで「消しました」を押してください。"
        href={`${props.origin}/desk/received/${props.provisionId}`}
      />
    </Letter>
  ),
  atOnce: false,
  reader: 'desk',
  wordFree: true,
  sample: {
    provisionId: '0192f0c1-2a00-7000-8000-000000000003', provisionNo: '第R8-0002号',
    requestedOn: asTokyoDay('2026-12-20'),
  },
}
