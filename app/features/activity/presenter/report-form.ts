import { withSan } from '#app/shared/call-name.ts'
import { jpDate, jpTime, tokyoDay, tokyoTime } from '#app/shared/tokyo-day.ts'
import type { MyVisitFacts } from '../facts/activity.ts'
import { type ReportField, reportFields, ReportForm } from '../forms/report.ts'
import { outcomeChoices, selfNames } from '../messages/activity.ts'
import type { ReportFormView } from '../views/activity.ts'

/** What was typed so far. */
export type Typed = Partial<Record<ReportField, string>>

export interface ReportFormShown {
  /** The kept draft; null before anything was typed. */
  draft: Typed | null
  confirming: boolean
  now: Date
}

/** The form of a report, filled from the draft, else from what was handed in, else from the two buttons. */
export function presentReportForm(facts: MyVisitFacts, { draft, confirming, now }: ReportFormShown): ReportFormView {
  const values = valuesOf(facts, draft)
  const checked = confirming ? ReportForm.safeParse(values) : null
  const name = facts.callName ? withSan(facts.callName) : 'ご本人'
  return {
    over: `${jpDate(tokyoDay(facts.startsAt))}　${facts.callName ? name : ''}`,
    name,
    reader: facts.desk?.name ?? '担当の窓口',
    visitHref: `/my/visits/${facts.id}`,
    values,
    savedAt: draft ? '下書きを保存してあります。' : null,
    outcomes: outcomeChoices,
    selves: Object.entries(selfNames).map(([value, label]) => ({ value, label })),
    closed: closedOf(facts, now),
    confirm: checked?.success ? confirmOf(values) : null,
    again: facts.report !== null && facts.report.state !== 'draft',
    help: facts.desk,
  }
}

function valuesOf(facts: MyVisitFacts, draft: Typed | null): ReportFormView['values'] {
  const known: ReportFormView['values'] = {
    outcome: facts.outcome ?? '',
    arrived: tokyoTime(facts.written?.arrivedAt ?? facts.arrivedAt ?? facts.startsAt),
    left: tokyoTime(facts.written?.leftAt ?? facts.leftAt ?? facts.endsAt),
    did: facts.written?.did ?? '',
    worry: facts.written?.worry ?? '',
    self: facts.written?.self ?? '',
    cost: facts.costYen ? String(facts.costYen) : '',
  }
  if (!draft) return known
  return Object.fromEntries(reportFields.map((field) => [field, draft[field] ?? known[field]])) as ReportFormView['values']
}

function closedOf({ state, report, startsAt }: MyVisitFacts, now: Date): string | null {
  if (state === 'cancelled') return 'この訪問は取り消されました。報告はいりません。何かをする必要はありません。'
  if (startsAt > now) return 'まだ始まる前の訪問です。終わってから書けます。'
  if (report?.state === 'answered') return 'この報告には、担当の返事が届いています。つけくわえたいことは、担当に知らせてください。'
  return null
}

function confirmOf(values: ReportFormView['values']): ReportFormView['confirm'] {
  const outcome = outcomeChoices.find((one) => one.value === values.outcome)?.label ?? '—'
  const self = Object.entries(selfNames).find(([value]) => value === values.self)?.[1]
  return {
    shared: [
      { name: '会えましたか', value: outcome },
      { name: '時間', value: `${jpTime(values.arrived)}に着き、${jpTime(values.left)}に出ました` },
      { name: 'したこと', value: values.did },
    ],
    personal: [
      { name: '気になったこと、相談したいこと', value: values.worry.trim() || '（書いていません）' },
      { name: 'あなたの調子', value: self ?? '（書いていません）' },
      { name: '交通費', value: values.cost.trim() ? `${values.cost}円` : '（なし）' },
    ],
  }
}
