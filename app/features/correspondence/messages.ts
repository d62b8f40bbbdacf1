import type { DocumentKind } from '#templates/kinds.ts'

/** What a document is called, on screen and as a file. */
export const documentNames: Record<DocumentKind, string> = {
  completionCertificate: '修了証書',
  rosterConsent: '登録同意書兼誓約書',
  provisionList: '登録名簿',
  agreedPlan: '同意書・活動計画書',
  incidentReport: '事故報告書',
}

/** What is said instead of a document's file: title and sentence. */
export const documentNotices: Record<'coming' | 'failed' | 'altered', [title: string, sentence: string]> = {
  coming: ['書面をつくっています', '数秒で開きます。このままお待ちください。'],
  failed: ['この書面は、まだお渡しできません', '書面をつくれませんでした。担当の画面にも出ています。担当に、お知らせください。'],
  altered: ['この書面は、いま開けません', '残してあるファイルが、記録と合いません。中身を確かめるまで、お渡しできません。担当に、お知らせください。'],
}

/** Sentences of the feature, by reason code. */
export const messages: Record<string, string> = {
  'mail.notWaiting': 'このメールは、もう送られたか、送り直しの順番を待っています。',
  'check.code': '照合コードは、12文字の英数字です。書面のいちばん下を、もう一度見てください',
}

/** Why a mail did not arrive, in words for the desk. */
export function undeliveredReason(code: string | null): string {
  if (!code) return 'わかりません'
  if (code === 'address') return 'あて先のアドレスの形が、メールを送れる形ではありません'
  if (code === 'reader') return 'あて先の方のアドレスが、登録されていません'
  if (code === 'desk') return 'この窓口に、いま担当の方がいません'
  if (code === 'words') return 'メールに書けないことばが入っています'
  if (code === 'payload') return 'メールの中身を開けません'
  if (/^RCPT TO 5/.test(code)) return 'あて先のアドレスが、見つかりません'
  if (/^DATA 5/.test(code)) return 'あて先のメールサーバーが、受け取りませんでした'
  return 'メールサーバーに、つながりませんでした'
}

/** What a mail is about, for the list of the desk. */
export const mailGroupNames: Record<string, string> = {
  training: '研修',
  consent: '登録の同意',
  roster: '名簿への登録',
  provision: '名簿のお渡し',
  recall: '登録の取りやめ',
  reconfirmation: '意向の再確認',
  proposal: '打診',
  plan: '活動計画',
  visit: '訪問の予定',
  report: '活動報告',
  incident: '事故などの連絡',
  stop: '中止の知らせ',
  account: 'ログイン',
}
