import { passwordMessages } from '#app/features/directory/messages.ts'

/** What an act of training is answered with, by reason code. */
export const messages: Record<string, string | ((detail: Record<string, string | number>) => string)> = {
  ...passwordMessages,
  'course.notOpen': 'この研修は、いま申込みを受け付けていません。',
  'course.tooLate': '申込みのしめきりを過ぎました。次の研修は、はじめのページでお知らせします。',
  'course.full': ({ capacity }) => `定員の${capacity}人が決まっています。順番待ちにするか、先に定員を見直してください。`,
  'course.over': 'この研修は終わっています。',
  'course.noSessions': 'この研修には、まだ回がありません。回を決めてから、修了を決めてください。',
  'course.sessionsAhead': 'まだ終わっていない回があります。最後の回の日から、修了を決められます。',
  'session.ahead': 'まだ始まっていない回です。出席は、その日からつけられます。',
  'attendance.unknown': 'この回の受講者ではない方が入っています。画面を開き直してください。',
  'attendance.missing': ({ count }) => `出席の記録がない方が${count}人います。先に、全員の出席をつけてください。`,
  'application.decided': 'この申込みの返事は、すでに決まっています。',
  'application.unconfirmed': 'ご本人が、まだメールのページを開いていません。開いたあとで決められます。',
  'application.over': 'この申込みは、もう終わっています。',
  'decline.reason': '理由を選んでください。',
  'certificate.tooEarly': '修了を決めてから、証書を出せます。',
  'certificate.noIssuer': '証書を出す人の名前が、まだ設定されていません。システム管理者に知らせてください。',
  'certificate.nobody': '証書がまだの修了者は、いません。',
  'apply.again': '入力がまだのところがあります。前のページから、もう一度お確かめください。',
  'account.needsPassword': 'パスワードを入力してください。',
}
