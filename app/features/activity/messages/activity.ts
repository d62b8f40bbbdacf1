import { withSan } from '#app/shared/call-name.ts'
import { jpDate, jpDateWithYear, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { answerWithinDays, type ReportState, type SelfState } from '../domain/report-lifecycle.ts'
import type { VisitOutcome, VisitState } from '../domain/visit-lifecycle.ts'

export const visitStateNames: Record<VisitState, string> = { scheduled: '予定', held: '済', cancelled: '取り消し' }

/** What became of a visit, for the desk. */
export const outcomeNames: Record<VisitOutcome, string> = {
  met: '会えた', notMet: '会えず', familyMet: '家族と会えた', turnedBack: '途中で引き返した',
}

/** The same in the supporter's own words, with a second line. */
export const outcomeChoices: { value: VisitOutcome; label: string; note?: string }[] = [
  { value: 'met', label: '会えました' },
  { value: 'notMet', label: '会えませんでした', note: '手紙を置いた、しばらく待った、など。会えない日も活動です' },
  { value: 'familyMet', label: 'ご家族と会いました' },
  { value: 'turnedBack', label: '途中で引き返しました', note: 'こわい、つらいと思ったら、帰ってかまいません' },
]

export const selfNames: Record<SelfState, string> = {
  same: 'いつもと同じ', tired: '少しつかれた', rest: 'しばらく休みたい', talk: '担当に話を聞いてほしい',
}

export const reportStateNames: Record<ReportState, string> = {
  draft: '書いている途中', submitted: '助言待ち', answered: '返事ずみ', void: '取り消し',
}

/** When a report is answered: to whoever writes it, and to the desk. */
export const answerPromise = `送ったあと、担当が必ずお返事します。平日で${answerWithinDays}日くらいかかります。`
export const answerDue = `提出の${answerWithinDays}日後（土曜・日曜をのぞく）`
export const answerRule = `${answerDue}までに答える決まり`

type Detail = Record<string, string | number>
const name = (detail: Detail) => withSan(String(detail.name))
const day = (value: unknown) => jpDate(String(value) as TokyoDay)
const longDay = (value: unknown) => jpDateWithYear(String(value) as TokyoDay)

/** Sentences of visits and reports. */
export const activityMessages = {
  'visit.stopped': '中止の申し出がありました。この派遣では、新しい予定を入れられません。',
  'visit.notActive': '活動が始まっていないため、予定を入れられません。みなさんの同意がそろい、活動を始めてから入れてください。',
  'visit.ended': 'この派遣は終わっているため、予定を入れられません。',
  'visit.outsidePlan': (detail: Detail) =>
    `約束の期間（${longDay(detail.from)}から${longDay(detail.to)}まで）の外です。この期間の日にしてください。`,
  'visit.begun': '訪問は、始まる前に登録してください。これからの日時にしてください。',
  'visit.reversed': '終わりの時刻は、始まりの時刻より後にしてください。',
  'visit.tooLong': '1回の訪問は12時間までです。',
  'visit.nobody': '行くサポーターを選んでください。',
  'visit.tooMany': '1回の訪問は、サポーター2人までです。',
  'visit.notTheirs': 'この派遣のサポーターから選んでください。',
  'cover.notOfDispatch': 'この派遣のサポーターを選んでください。',
  'visit.notInsured': (detail: Detail) => `${name(detail)}の保険が、その日は使えません。保険の手続きを確かめてください。`,
  'visit.notInsuredYet': (detail: Detail) =>
    `${name(detail)}の保険が、その日はまだ始まっていません（${day(detail.from)}から）。保険は、加入手続きの次の日から有効です。`,
  'visit.overlap': (detail: Detail) => `${name(detail)}には、その時間に別の予定があります。`,
  'visit.cancelled': 'この予定は取り消されています。何かをする必要はありません。',
  'visit.done': 'この訪問は、もう記録されています。',
  'visit.arrived': 'サポーターが、もう着いています。取り消さずに、終わったあとで記録してください。',
  'visit.notYet': 'まだ始まる前の訪問です。',
  'visit.tooEarly': '「着きました」は、始まる1時間前から押せます。',
  'report.closed': 'この報告には、担当の返事が届いています。つけくわえたいことは、担当に知らせてください。',
  'report.void': 'この訪問は取り消されたため、報告はいりません。',
  'report.incomplete': 'まだ書かれていないところがあります。書いてから、報告してください。',
  'report.notSubmitted': 'まだ提出されていない報告です。',
  'report.notVisible': '見つかりませんでした。',
}
