import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { date, Letter, monthDay, P, Page, type LetterProps, type MailDefinition } from './letter.tsx'
import { subjectLine } from './subject.ts'

type Ask = LetterProps<'reconfirmation.ask'>
type Reminder = LetterProps<'reconfirmation.reminder'>
type Proposal = LetterProps<'proposal.sent'>
type Offered = LetterProps<'plan.offered'>
type Agreed = LetterProps<'plan.agreed'>

/** Asks every supporter again, once a year and municipality (S3 第3-3(2)イ). */
export const ask: MailDefinition<'reconfirmation.ask'> = {
  subject: ({ desk, dueOn }) => subjectLine(desk.name, '今年度の確認のお知らせ', `${monthDay(dueOn)}まで`),
  Component: (props: Ask) => (
    <Letter desk={props.desk}>
      <P>今年度も活動してよいかどうかを、もう一度おたずねします。</P>
      <Page label="次のページで、お返事ができます。ログインはいりません。" href={props.link} />
      <P>{date(props.dueOn)}まで考えられます。お休みすることも、ことわることもできます。理由はいりません。</P>
      <P>お返事がないときは、今年度のご相談は送りません。登録はそのままです。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: { linkId: '0192f0c1-2a00-7000-8000-000000000004', dueOn: asTokyoDay('2026-12-10') },
}

/** The same question once more. */
export const reminder: MailDefinition<'reconfirmation.reminder'> = {
  subject: ({ desk, dueOn }) => subjectLine(desk.name, '今年度の確認のお知らせ', `もう一度、${monthDay(dueOn)}まで`),
  Component: (props: Reminder) => (
    <Letter desk={props.desk}>
      <P>今年度も活動してよいかどうかの、おたずねです。前に送ったものと同じ内容です。</P>
      <Page label="次のページで、お返事ができます。ログインはいりません。" href={props.link} />
      <P>{date(props.dueOn)}まで考えられます。お返事がないときは、今年度のご相談は送りません。</P>
      <P>行きちがいで、もうお返事をいただいているときは、このままでだいじょうぶです。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: { linkId: '0192f0c1-2a00-7000-8000-000000000004', dueOn: asTokyoDay('2026-12-10') },
}

/** A first question to a supporter, without saying whom it is about (打診). */
export const proposalSent: MailDefinition<'proposal.sent'> = {
  subject: ({ desk }) => subjectLine(desk.name, 'ご相談のお知らせ'),
  Component: (props: Proposal) => (
    <Letter desk={props.desk}>
      <P>活動についてのご相談があります。くわしいことは、ログインして見てください。</P>
      <Page label="ご相談のページ" href={`${props.origin}/my/proposals/${props.proposalId}`} />
      <P>{date(props.answerBy)}まで考えられます。ことわってもかまいません。理由はいりません。</P>
      <P>お返事がないときは、見送りとして受け取ります。このあとのご相談には影響しません。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: { proposalId: '0192f0c1-2a00-7000-8000-000000000005', answerBy: asTokyoDay('2026-12-10') },
}

/** A plan lies open to be agreed to (S3 第3-3(2)ア). */
export const planOffered: MailDefinition<'plan.offered'> = {
  subject: ({ desk }) => subjectLine(desk.name, '計画のお知らせ'),
  Component: (props: Offered) => (
    <Letter desk={props.desk}>
      <P>活動の計画ができました。ログインして、内容を見てください。</P>
      <Page label="計画のページ" href={`${props.origin}/my/plans/${props.planVersionId}`} />
      <P>この計画でよいかどうかを、選んでください。どちらを選んでもかまいません。理由はいりません。</P>
      <P>みなさんの同意がそろうまで、活動は始まりません。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: { planVersionId: '0192f0c1-2a00-7000-8000-000000000006' },
}

/** Everybody has agreed to the same version. */
export const planAgreed: MailDefinition<'plan.agreed'> = {
  subject: ({ desk }) => subjectLine(desk.name, '計画のお知らせ', '同意がそろいました'),
  Component: (props: Agreed) => (
    <Letter desk={props.desk}>
      <P>活動の計画について、みなさんの同意がそろいました。</P>
      <Page label="計画のページ" href={`${props.origin}/my/plans/${props.planVersionId}`} />
      <P>訪問の日が決まったら、メールでお知らせします。</P>
    </Letter>
  ),
  atOnce: false,
  reader: 'person',
  wordFree: true,
  sample: { planVersionId: '0192f0c1-2a00-7000-8000-000000000006' },
}
