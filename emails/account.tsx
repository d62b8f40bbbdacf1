import { dateTime, Facts, Letter, P, Page, type LetterProps, type MailDefinition } from './letter.tsx'
import { subjectLine } from './subject.ts'

type NewPassword = LetterProps<'account.newPassword'>
type Changed = LetterProps<'account.passwordChanged'>

/** The way to a new password for somebody who asked for it at the login. */
export const newPassword: MailDefinition<'account.newPassword'> = {
  subject: ({ desk }) => subjectLine(desk.name, 'パスワードについてのお知らせ'),
  Component: (props: NewPassword) => (
    <Letter desk={props.desk}>
      <P>パスワードを決め直すページを、お送りします。</P>
      <Page label="次のページで、新しいパスワードを決めてください。" href={props.link} />
      <P>このページは{dateTime(props.linkUntil)}まで、1回だけ使えます。</P>
      <P>覚えがないときは、何もしなくてだいじょうぶです。パスワードは変わりません。</P>
    </Letter>
  ),
  atOnce: true,
  reader: 'person',
  wordFree: true,
  sample: { linkId: '0192f0c1-2a00-7000-8000-000000000002', linkUntil: '2026-12-03T04:00:00.000Z' },
}

/** Somebody changed the password; answers an act of this minute, and must not wait if it was not the owner's. */
export const passwordChanged: MailDefinition<'account.passwordChanged'> = {
  subject: ({ desk }) => subjectLine(desk.name, 'パスワード変更のお知らせ'),
  Component: (props: Changed) => (
    <Letter desk={props.desk}>
      <P>ログインのパスワードが変わりました。</P>
      <Facts of={[['変わったとき', dateTime(props.changedAt)]]} />
      <P>ご自分で変えたときは、何もしなくてだいじょうぶです。</P>
      <P>覚えがないときは、この下の「おたずね先」に知らせてください。ログインを止めます。</P>
    </Letter>
  ),
  atOnce: true,
  reader: 'person',
  wordFree: true,
  sample: { changedAt: '2026-12-03T03:00:00.000Z' },
}
