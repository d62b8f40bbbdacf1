/** The word a mail must not show where others may look over a shoulder (N17). */
const unsaid = /(?:引き?|ひき|ヒキ|ﾋｷ)\s*(?:籠も?り|篭も?り|こも?り|コモリ|ｺﾓﾘ)/u

/** True when a text holds the word that never stands in a mail about a person's case. */
export function saysTheWord(text: string): boolean {
  return unsaid.test(text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, ''))
}

/**
 * The name a desk's mail goes by. A desk whose official name holds the word is called 「担当窓口」 in
 * mail; control characters, which could begin another header line, become spaces.
 */
export function mailName(deskName: string): string {
  const name = deskName.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  if (!name || saysTheWord(name)) return '担当窓口'
  return [...name].slice(0, 25).join('')
}

/** A number of ours (R8-KJ-00042-7, 第R8-0012号) for a subject line; anything else is left out. */
export function printedNumber(text: string): string {
  return /^第?[A-Z0-9][A-Z0-9-]{0,30}号?$/.test(text) ? text : ''
}

/** 「【あおばデスク】予定のお知らせ」, with an optional addition in brackets. The words are fixed text of ours. */
export function subjectLine(deskName: string, words: string, addition = ''): string {
  return `【${mailName(deskName)}】${words}${addition ? `（${addition}）` : ''}`
}
