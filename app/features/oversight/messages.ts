import type { DueKind } from './due.ts'

/** What each kind of work is called, and where it is done. */
export const dueTexts: Record<DueKind, { text: string; href: (id: string | null) => string }> = {
  'stop.followUp': { text: '中止のあとの連絡を確かめる', href: () => '/desk/stops' },
  'incident.followUp': { text: '事故の続きを書く', href: (id) => `/desk/incidents/${id}` },
  'report.answer': { text: '報告に助言を返す', href: (id) => `/desk/reports/${id}` },
  'client.note': { text: 'カードから届いたご希望に答える', href: (id) => `/desk/requests/${id}` },
  'application.waiting': { text: '受講の申し込みに返事をする', href: () => '/desk/courses' },
  'certificate.waiting': { text: '修了証書を交付する', href: () => '/desk/courses' },
  'consent.paper': { text: '届いた同意書（紙）を確かめる', href: () => '/desk/consents' },
  'consent.signed': { text: '署名のすんだ人を名簿に登録する', href: () => '/desk/consents' },
  'recall.waiting': { text: '名簿から消すお願いを確かめる', href: () => '/desk/received' },
  'provision.toAccept': { text: '届いた名簿の取り扱いを確かめて、受け取る', href: () => '/desk/received' },
  'proposal.interested': { text: '興味があると答えたサポーターと、計画をつくる', href: () => '/desk/requests' },
  'plan.agreed': { text: '全員が同意した計画で、活動を始める', href: () => '/desk/dispatches' },
  'hearing.due': { text: 'ヒアリングシートの時期です', href: (id) => `/desk/cases/${id}` },
  'mail.dead': { text: '届かなかったお知らせを確かめる', href: () => '/desk/mail' },
}

/** What an act in the audit trail is called; unknown ones are shown by their name. */
export const verbNames: Record<string, string> = {
  view: '見た',
  list: '一覧を見た',
  open: '開いた',
  export: '出した',
  search: '候補を出した',
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
