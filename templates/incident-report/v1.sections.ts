import { dayToWareki } from '#app/shared/wareki.ts'
import { CELL, cell, checks, grid, room, stack, table, text } from '../frame/parts.ts'
import { instantWords, shortInstantWords } from '../words.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { Block, Column } from '../frame/parts.ts'
import type { IncidentReportV1 } from './v1.schema.ts'

/** The report, or null on the blank. */
type Report = IncidentReportV1['report']

export const DAY_TIME_BY_HAND = '令和　　　年　　　月　　　日　　　時　　　分'

/** Who was part of it, by the names they are called. */
export function people(report: Report): Block {
  const rows = report
    ? report.people.map(({ role, name, state }) => [role, name, state ?? '―'])
    : [['', '', ''], ['', '', '']]
  const columns: Column[] = [
    { head: '立場', width: 96 },
    { head: '呼び名', width: 110 },
    { head: '状態', width: 'rest' },
  ]
  return listOr(rows, columns, report)
}

/** What was done and what happened, in order. */
export function timeline(report: Report): Block {
  const rows = report
    ? report.timeline.map(({ at, what }) => [shortInstantWords(at), what])
    : [['', ''], ['', ''], ['', '']]
  return listOr(rows, [{ head: '日時', width: 128 }, { head: 'したこと・起きたこと', width: 'rest' }], report)
}

/** What was done at once. */
export function response(report: Report): Block {
  return grid([{ label: '最初の対応', block: or(report?.firstResponse), minHeight: report ? 25 : 70 }])
}

/** The contact tree as it was walked: whom, when, by whom, with what result. */
export function calls(report: Report): Block {
  if (report?.calls.length === 0) return text('連絡の記録はありません。', { size: 10, leading: 16 })
  const rows = report
    ? report.calls.map(({ who, at, by, result }) => [who, at ? shortInstantWords(at) : '―', by ?? '―', result])
    : ['119・110', 'ご家族', '実施機関', '市町村', ''].map((who) => [who, '', '', ''])
  const columns: Column[] = [
    { head: '連絡した先', width: 108 },
    { head: '日時', width: 128 },
    { head: '連絡した人', width: 80 },
    { head: '結果', width: 'rest' },
  ]
  return listOr(rows, columns, report)
}

/** How it is now, why it happened, what is done against it, insurance. */
export function after(report: Report): Block {
  const high = report ? 25 : 60
  const unknown = report && (report.stage === 'final' ? '記載なし' : '調べています。分かりしだい、続報で知らせます。')
  const later = (words: string | null | undefined) => or(words ?? unknown)
  const insurance = report?.insurance
  const insured = checks(
    [
      { label: '対象', on: insurance?.covered === true },
      { label: '対象外', on: insurance?.covered === false },
    ],
    { ...CELL, gap: 18 },
  )
  const contacted = insurance?.contactedAt ? `${instantWords(insurance.contactedAt)}に連絡` : '連絡はこれから'
  const told = insurance ? [contacted, insurance.note].filter(Boolean).join('　') : 'まだ確かめていません。'
  return grid([
    { label: '今の状態', block: or(report?.presentState), minHeight: high },
    { label: '原因', block: later(report?.cause), minHeight: high },
    { label: '再発の防止', block: later(report?.prevention), minHeight: high },
    {
      label: '保険',
      block: stack([insured, report && cell(told)]),
    },
  ])
}

/** The clocks that run when personal data was lost. */
export function leak(report: Report): Block {
  const found = report?.leak
  const on = (day: TokyoDay | null | undefined) => or(day ? dayToWareki(day) : report && 'まだ')
  const affected = found?.personsAffected == null ? (report ? '調べています' : null) : `${found.personsAffected}人`
  return grid([
    { label: '分かった日時', block: cell(found ? instantWords(found.discoveredAt) : DAY_TIME_BY_HAND) },
    {
      pair: [
        { label: '速報の期限', block: on(found?.preliminaryDueOn) },
        { label: '確報の期限', block: on(found?.finalDueOn) },
      ],
    },
    {
      pair: [
        { label: '関係する人数', block: or(affected) },
        { label: '本人への通知', block: on(found?.notifiedOn) },
      ],
    },
  ])
}

function listOr(rows: string[][], columns: readonly Column[], report: Report): Block {
  if (rows.length === 0) return text('記録はありません。', { size: 10, leading: 16 })
  return table(columns, rows, { minHeight: report ? 24 : 28 })
}

/** Written words, or room to write them by hand. */
export function or(words: string | null | undefined): Block {
  return words ? cell(words) : room(16)
}
