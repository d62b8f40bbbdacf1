import type { IncidentKind, IncidentState } from './domain/incident.ts'

/** Sentences of the feature, by reason code. */
export const messages: Record<string, string> = {
  'incident.future': '起きた日と時刻を確かめてください。まだ来ていない時刻です。',
  'incident.step': 'いまの段階では、この記録はつけられません。画面を開き直して、確かめてください。',
  'incident.needsCause': '最後の報告には、原因を入力してください。分からないときは「分からない」と書いてください。',
  'incident.needsPrevention': '最後の報告には、これから気をつけることを入力してください。',
  'incident.noStep': '連絡網にない連絡先です。選び直してください。',
}

/** Kinds as people say them. */
export const kindNames: Record<IncidentKind, string> = {
  injury: 'けが',
  illness: '体調の急な変化',
  selfHarm: '自分を傷つけるおそれ',
  violence: '暴言・暴力',
  damage: '物をこわした・なくした',
  traffic: '行き帰りの事故',
  leak: '書類やデータをなくした・もれた',
  other: 'そのほか',
}

/** States as the desk reads them. */
export const stateNames: Record<IncidentState, string> = {
  firstReport: '速報を受けました',
  followUp: '続報まで',
  final: '最後の報告まで',
  closed: '終わりました',
}

/** Names of the stages of a report. */
export const stageNames: Record<string, string> = { first: '速報', followUp: '続報', final: '最後の報告' }

/** What stands in the first report when help was asked for with the button. */
export const helpCall = {
  place: '確認中',
  summary: 'サポーターが「助けがほしい」のボタンを押しました。',
  firstResponse: '担当に知らせました。',
  presentState: '確認しています。',
}
