import {
  addressee,
  beside,
  CELL,
  cell,
  checks,
  formHead,
  formTitle,
  grid,
  heading,
  room,
  ruled,
  space,
  stack,
  text,
} from '../frame/parts.ts'
import { defineTemplate } from '../template.ts'
import { instantWords } from '../words.ts'
import { after, calls, DAY_TIME_BY_HAND, leak, or, people, response, timeline } from './v1.sections.ts'
import { incidentReportSamples } from './v1.sample.ts'
import { incidentKind, incidentReportV1 } from './v1.schema.ts'
import type { Block, Frame } from '../frame/parts.ts'
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
      { cells: posts.map(() => ({ width, block: room(8) })), minHeight: 38 },
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
    {
      pair: [
        { label: '事故の番号', block: or(incidentNo) },
        { label: '派遣の番号', block: or(report?.dispatchNo ?? (report && 'なし')) },
      ],
    },
    { label: '報告した日時', block: cell(report ? instantWords(report.reportedAt) : DAY_TIME_BY_HAND) },
    { label: '報告した人', block: or(report?.reportedBy), minHeight: 25 },
    { label: '実施機関', block: cell(`${body.name}　${body.office}`) },
  ])
}

function whatHappened(report: Report | null): Block {
  const kinds = incidentKind.options.map((kind) => {
    const other = kind === 'other' ? (report ? report.kindOther : '　'.repeat(8)) : null
    const words = other === null ? KINDS[kind] : `${KINDS[kind]}（${other}）`
    return { label: words, on: report?.kinds.includes(kind) ?? false }
  })
  return grid([
    { label: '起きた日時', block: cell(report ? instantWords(report.occurredAt) : DAY_TIME_BY_HAND) },
    { label: '場所', block: or(report?.place), minHeight: report ? 25 : 30 },
    { label: '種類', block: checks(kinds, { ...CELL, gap: 14 }) },
    { label: 'ようす', block: or(report?.summary), minHeight: report ? 25 : 70 },
  ])
}
