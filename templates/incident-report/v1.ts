import { dayToWareki } from '#app/shared/wareki.ts'
import { beside, space, stack } from '../frame/block.ts'
import { addressee, cell, CELL, formTitle, grid, heading } from '../frame/form.ts'
import { formHead } from '../frame/frame.ts'
import { checks, room } from '../frame/hand.ts'
import { ruled, table } from '../frame/ruled.ts'
import { text } from '../frame/text.ts'
import { defineTemplate } from '../template.ts'
import { instantWords, shortInstantWords } from '../words.ts'
import { incidentReportSamples } from './v1.sample.ts'
import { incidentKind, incidentReportV1 } from './v1.schema.ts'
import type { Block } from '../frame/block.ts'
import type { Frame } from '../frame/frame.ts'
import type { IncidentKind, IncidentReportV1 } from './v1.schema.ts'

/** 事故報告書 (S3 第3-3(3)ウ): first, follow-up or final, or the blank for the scene. */
export const incidentReport = defineTemplate({
  kind: 'incidentReport',
  version: 1,
  title: '事故報告書',
  formNo: '様式第8号',
  edition: '事故報告書 第1版',
  schema: incidentReportV1,
  samples: incidentReportSamples,
  render,
})

type Report = NonNullable<IncidentReportV1['report']>

const KINDS: Record<IncidentKind, string> = {
  injury: 'けが',
  illness: '体調の急な変化',
  selfHarm: '自分を傷つけるおそれ',
  violence: '暴言・暴力',
  damage: '物をこわした',
  traffic: '交通事故',
  leak: '個人情報の紛失・もれ',
  other: 'そのほか',
}

const DAY_TIME_BY_HAND = '令和　　　年　　　月　　　日　　　時　　　分'

function render({ body, incidentNo, report }: IncidentReportV1, frame: Frame): void {
  frame.section({})
  frame.put(formHead(frame))
  frame.put(stack([space(4), beside([{ width: 'rest', block: addressee(body.addressee) }, approval()])]))
  frame.put(formTitle(incidentReport.title))
  frame.put(basics(body, incidentNo, report))
  frame.put(stack([heading(1, '起きたこと'), whatHappened(report)]))
  frame.put(stack([heading(2, '関係する人'), people(report)]))
  frame.put(stack([heading(3, '時間の流れ'), timeline(report)]))
  frame.put(stack([heading(4, '対応と連絡'), response(report), space(8), calls(report)]))
  frame.put(stack([heading(5, '今の状態と、これから'), after(report)]))
  if (!report || report.leak) frame.put(stack([heading(6, '個人情報の紛失・もれのとき'), leak(report)]))
}

/** The boxes in which those who decide put their seals. */
function approval(): { width: number; block: Block } {
  const posts = ['責任者', '担当', '記入者']
  const width = 52
  const heads = posts.map((post) => {
    return { width, block: text(post, { size: 9, leading: 12, align: 'center' as const }), middle: true }
  })
  return {
    width: width * posts.length,
    block: ruled([
      { cells: heads, minHeight: 18 },
      { cells: posts.map(() => ({ width, block: room(8) })), minHeight: 44 },
    ]),
  }
}

function basics(body: IncidentReportV1['body'], incidentNo: string | null, report: Report | null): Block {
  const stage = (of: Report['stage']) => report?.stage === of
  const count = report && stage('followUp') ? `続報（第${report.no}報）` : '続報（第　　報）'
  const stages = checks(
    [
      { label: '第1報（速報）', on: stage('first') },
      { label: report ? (stage('followUp') ? count : '続報') : count, on: stage('followUp') },
      { label: '最終報', on: stage('final') },
    ],
    { ...CELL, gap: 22 },
  )
  return grid([
    { label: '報告の種類', block: stages },
    { pair: [{ label: '事故の番号', block: or(incidentNo) }, { label: '派遣の番号', block: or(report?.dispatchNo ?? (report ? 'なし' : null)) }] },
    { label: '報告した日時', block: cell(report ? instantWords(report.reportedAt) : DAY_TIME_BY_HAND) },
    { label: '報告した人', block: or(report?.reportedBy), minHeight: 25 },
    { label: '実施機関', block: cell(`${body.name}　${body.office}`) },
  ])
}

function whatHappened(report: Report | null): Block {
  const kinds = incidentKind.options.map((kind) => {
    const other = kind === 'other' ? `（${report?.kindOther ?? (report ? '' : '　　　　　　　　')}）` : ''
    return { label: `${KINDS[kind]}${other === '（）' ? '' : other}`, on: report?.kinds.includes(kind) ?? false }
  })
  return grid([
    { label: '起きた日時', block: cell(report ? instantWords(report.occurredAt) : DAY_TIME_BY_HAND) },
    { label: '場所', block: or(report?.place), minHeight: report ? 25 : 30 },
    { label: '種類', block: checks(kinds, { ...CELL, gap: 14 }) },
    { label: 'ようす', block: or(report?.summary), minHeight: report ? 25 : 90 },
  ])
}

function people(report: Report | null): Block {
  const rows = report
    ? report.people.map(({ role, name, state }) => [role, name, state ?? '変わりなし'])
    : [['', '', ''], ['', '', ''], ['', '', '']]
  const columns = [
    { head: '立場', width: 96 },
    { head: '呼び名', width: 110 },
    { head: '状態', width: 'rest' as const },
  ]
  return listOr(rows, columns, report)
}

function timeline(report: Report | null): Block {
  const rows = report
    ? report.timeline.map(({ at, what }) => [shortInstantWords(at), what])
    : [['', ''], ['', ''], ['', ''], ['', '']]
  return listOr(rows, [{ head: '日時', width: 120 }, { head: 'したこと・起きたこと', width: 'rest' }], report)
}

function response(report: Report | null): Block {
  return grid([{ label: 'すぐにした\nこと', block: or(report?.firstResponse), minHeight: report ? 25 : 70 }])
}

/** The contact tree as it was walked: whom, when, by whom, with what result. */
function calls(report: Report | null): Block {
  const rows = report
    ? report.calls.map(({ who, at, by, result }) => [who, at ? shortInstantWords(at) : '―', by ?? '', result])
    : ['119・110', 'ご家族', '実施機関', '市町村', ''].map((who) => [who, '', '', ''])
  const columns = [
    { head: '連絡した先', width: 112 },
    { head: '日時', width: 112 },
    { head: '連絡した人', width: 84 },
    { head: '結果', width: 'rest' as const },
  ]
  return listOr(rows, columns, report)
}

function after(report: Report | null): Block {
  const high = report ? 25 : 60
  const later = (words: string | null | undefined) => or(words ?? (report ? '調べています。分かりしだい、続報で知らせます。' : null))
  const insurance = report?.insurance
  const insured = checks(
    [
      { label: '対象', on: insurance?.covered === true },
      { label: '対象外', on: insurance?.covered === false },
    ],
    { ...CELL, gap: 18 },
  )
  const told = insurance?.contactedAt ? `${instantWords(insurance.contactedAt)}に連絡` : insurance ? '連絡はこれから' : ''
  return grid([
    { label: '今の状態', block: or(report?.presentState), minHeight: high },
    { label: '原因', block: later(report?.cause), minHeight: high },
    { label: '再発の防止', block: later(report?.prevention), minHeight: high },
    {
      label: '保険',
      block: stack([insured, insurance ? cell([told, insurance.note].filter(Boolean).join('　')) : null]),
    },
  ])
}

function leak(report: Report | null): Block {
  const found = report?.leak
  const on = (day: Parameters<typeof dayToWareki>[0] | null | undefined) => or(day ? dayToWareki(day) : report ? 'まだ' : null)
  const affected = found?.personsAffected == null ? (report ? '調べています' : null) : `${found.personsAffected}人`
  return grid([
    { label: '分かった日時', block: cell(found ? instantWords(found.discoveredAt) : DAY_TIME_BY_HAND) },
    { pair: [{ label: '速報の期限', block: on(found?.preliminaryDueOn) }, { label: '確報の期限', block: on(found?.finalDueOn) }] },
    { pair: [{ label: '関係する人数', block: or(affected) }, { label: '本人への通知', block: on(found?.notifiedOn) }] },
  ])
}

function listOr(rows: string[][], columns: Parameters<typeof table>[0], report: Report | null): Block {
  if (rows.length === 0) return text('ありません。', { size: 10, leading: 16 })
  return table(columns, rows, { minHeight: report ? 24 : 28 })
}

function or(words: string | null | undefined): Block {
  return words ? cell(words) : room(16)
}
