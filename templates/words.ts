import { jpDateTime, jpTime, tokyoDay } from '#app/shared/tokyo-day.ts'
import { dayToWareki } from '#app/shared/wareki.ts'
import type { Contact } from './fields.ts'

/** 「15時間30分」 of whole minutes; less than an hour 「45分」. */
export function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours ? `${hours}時間` : '', rest || !hours ? `${rest}分` : ''].join('')
}

/** 「令和8年11月21日14時30分」 of an ISO instant, in Tokyo. */
export function instantWords(iso: string): string {
  const at = new Date(iso)
  return `${dayToWareki(tokyoDay(at))}${jpTime(at)}`
}

/** The same on two lines, day and time. */
export function instantLines(iso: string): string {
  const at = new Date(iso)
  return `${dayToWareki(tokyoDay(at))}\n${jpTime(at)}`
}

/** 「みどり県 名簿担当　電話 000-0000-0010　メール …」 */
export function contactWords({ office, phone, email }: Contact): string {
  return [office, phone && `電話 ${phone}`, email && `メール ${email}`].filter(Boolean).join('　')
}

/** 「12月5日（土）14時25分」 of an ISO instant, in Tokyo. */
export function shortInstantWords(iso: string): string {
  return jpDateTime(new Date(iso))
}
