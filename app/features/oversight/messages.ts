import type { DueKind } from './facts/due.ts'
import type { AwaitedAnswer } from './facts/today.ts'

/** What each kind of work is called, where it is done, and what the button there says. */
export const dueTexts: Record<DueKind, { text: string; act: string; href: (id: string | null) => string }> = {
  'stop.followUp': { text: '中止のあとの連絡を確かめる', act: '申出を開く', href: (id) => (id ? `/desk/stops/${id}` : '/desk/stops') },
  'incident.followUp': { text: '事故の続きを書く', act: '事故を開く', href: (id) => `/desk/incidents/${id}` },
  'report.answer': { text: '報告に助言を返す', act: '報告を開く', href: (id) => `/desk/reports/${id}` },
  'client.note': { text: 'カードから届いたご希望に答える', act: '希望を開く', href: (id) => `/desk/requests/${id}` },
  'application.waiting': { text: '受講の申し込みに返事をする', act: '研修を開く', href: () => '/desk/courses' },
  'certificate.waiting': { text: '修了証書を交付する', act: '研修を開く', href: () => '/desk/courses' },
  'consent.paper': { text: '届いた同意書（紙）を確かめる', act: '同意を開く', href: () => '/desk/consents' },
  'consent.signed': { text: '署名のすんだ人を名簿に登録する', act: '同意を開く', href: () => '/desk/consents' },
  'recall.waiting': { text: '名簿から消すお願いを確かめる', act: '名簿を開く', href: () => '/desk/received' },
  'recall.sent': { text: '取りやめた方の控えが消えたことを確かめる', act: 'お渡しを開く', href: () => '/desk/provisions' },
  'provision.toAccept': { text: '届いた名簿の取り扱いを確かめて、受け取る', act: '名簿を開く', href: () => '/desk/received' },
  'proposal.interested': { text: '興味があると答えたサポーターと、計画をつくる', act: '希望を開く', href: () => '/desk/requests' },
  'plan.agreed': { text: '全員が同意した計画で、活動を始める', act: '派遣を開く', href: () => '/desk/dispatches' },
  'hearing.due': { text: 'ヒアリングシートの時期です', act: 'ケースを開く', href: (id) => `/desk/cases/${id}` },
  'mail.dead': { text: '届かなかったお知らせを確かめる', act: 'お知らせを開く', href: () => '/desk/mail' },
}

/** What a finished task is called; tasks of the client's card share one word. */
export const doneWords: Record<string, string> = {
  'stop.followUp': '中止のあとの連絡', 'incident.followUp': '事故の続き', 'report.answer': '報告への助言',
}

/** Whose answer is waited for, and to what. */
export const awaitedWords: Record<AwaitedAnswer['kind'], { who: string; what: string }> = {
  proposal: { who: 'サポーター', what: '打診（お名前を出さない段階）' },
  planByClient: { who: 'ご本人・ご家族', what: '計画への同意' },
  planBySupporter: { who: 'サポーター', what: '計画への同意' },
}

/** What is wrong with the first row that does not hold. */
export const brokenWords: Record<string, string> = {
  'missing row': 'この番号の前の行がありません',
  'prev mismatch': '前の行とつながっていません',
  'content altered': '中身が書きかえられています',
  'detail altered': '添えられた内容が書きかえられています',
  'head mismatch': '最後の行が、控えと合いません',
}

/** What an act in the audit trail is called: the verb of its name. What it was done to stands in a column of its own. */
export const verbNames: Record<string, string> = {
  // 見る
  view: '見た', list: '一覧を見た', open: '開いた', own: '自分の分を見た', help: '緊急の案内を見た', viewHead: '見出しだけを見た',
  viewPaper: '届いた紙を見た', viewPrivate: '本名と連絡先を見た', readShared: '読める部分を見た', search: '候補を出した',
  // 書く・決める
  accept: '受け入れた', acknowledge: '消したことを確かめた', addFinal: '最後の報告を書いた', addFollowUp: '続報を書いた',
  advise: '助言を送った', agree: 'よいと答えた', answer: '返事をした', arrive: '着いたと伝えた', ask: 'おたずねした',
  askAccess: '理由を書いて開いた', begin: '始めた', book: '予定を入れた', call: '連絡した', cancel: '取りやめた',
  change: '変えてほしいと答えた', choose: 'のせるものを選んだ', close: '閉じた', complete: '修了とした', confirm: '確かめた',
  confirmPaper: '届いた紙を確かめた', consent: '同意した', correct: '直した', decline: '見送りとした', deliver: '渡した',
  followUpDone: 'あとの連絡を済ませた', hold: '会えたかを記録した', issue: '出した', issueAll: 'まとめて出した',
  join: '行く人を加えた', lapse: '返事の期限が過ぎた', leave: '出たと伝えた', newVersion: '新しい版をつくった',
  notComplete: '修了としなかった', note: '希望を伝えた', noteDone: '希望に答えた', offer: 'みなさんに示した',
  passDue: '返事の期限が過ぎた', plan: '予定を入れる画面を見た', prepare: '準備した', print: '印刷した', publish: '定めた',
  readItem: '説明を読んだ', receive: '受け付けた', received: '受け取った', record: '記録した', register: '登録した',
  reissueList: '一覧を作り直した', remind: 'もう一度たずねた', report: '伝えた', retry: 'もう一度送ることにした',
  returnPaper: '届いた紙を返した', revoke: '使えなくした', seed: 'デモの中身を入れた', send: '送った', sendPaper: '紙を送った',
  sign: '署名した', submit: '出した', withdraw: '取りやめた', withdrawn: '取りやめを受けた', waitlist: 'お待ちいただくことにした',
  write: '書いた',
  // 書面・ログイン
  rendered: '書面をつくった', renderFailed: '書面をつくれなかった', chooseHat: '担当を選んだ', logIn: 'ログインした',
  askPassword: 'パスワードを決め直すページを頼んだ', setPassword: 'パスワードを決めた',
}

export const entityNames: Record<string, string> = {
  application: '受講の申し込み',
  course: '研修',
  certificate: '修了証書',
  completion: '修了',
  roster_consent: '登録の同意',
  roster_entry: '名簿の登録',
  provision: '名簿のお渡し',
  provision_entry: '名簿のお渡し（1人分）',
  reconfirmation: '意向の再確認',
  support_case: 'ケース',
  contact: '連絡の記録',
  hearing_sheet: 'ヒアリングシート',
  dispatch_request: '派遣の希望',
  coordination_consent: '調整の同意',
  candidate_search: '候補さがし',
  proposal: '打診',
  dispatch: '派遣',
  plan_version: '活動計画',
  agreement: '計画への同意',
  client_card: 'カード',
  visit: '訪問',
  report: '活動報告',
  advice: '助言',
  incident: '事故',
  stop_request: '中止の申出',
  document: '書面',
  task: 'やること',
  body: 'まとめた一覧',
  membership: '担当',
  session: 'ログイン',
  account: 'アカウント',
  person: '人',
  outbox: 'お知らせ',
  insurance_cover: '保険',
  attendance: '出席',
  course_session: '研修の回',
  consent_paper: '届いた紙',
  signature: '署名',
  setting_version: '設定',
  consent_text: '同意の文面',
}

/** Database roles as the hats people know. */
export const hatNames: Record<string, string> = {
  yr_public: 'だれでも見られる画面',
  yr_supporter: 'サポーター本人',
  yr_link: '届いたご案内の画面',
  yr_client: 'ご本人のカード',
  yr_trainer: '研修担当',
  yr_roster: '名簿担当',
  yr_dispatch: '派遣担当',
  yr_coordinator: 'コーディネーター',
  yr_auditor: '監査',
  yr_admin: 'システム管理者',
  yr_job: '自動',
  yr_auth: 'ログイン',
}
