import type { StopChannel } from './domain/follow-up.ts'

/** Sentences of the feature, by reason code. */
export const messages: Record<string, string> = {
  'stop.alreadyDone': 'この中止のあとの連絡は、もう済んでいます。',
}

/** Said on the client's page when the word did not reach us. */
export const notStopped = 'うまく届きませんでした。あなたのせいではありません。もう一度押してください。メールや電話でも止められます。'

/** How the word reached us, as the desk reads it. */
export const channelNames: Record<StopChannel, string> = {
  card: 'ご本人のカード',
  code: 'ご本人のカード（短いコード）',
  phone: '電話',
  paper: '手紙・紙',
  viaSupporter: 'サポーターを通して',
  staff: '職員が聞き取り',
}
