import { z } from 'zod'
import { choice, clockTime, optionalText, requiredText, version } from '#app/shared/fields.ts'
import { plainCode } from '#app/shared/kana.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { selfStates } from '../domain/report-lifecycle.ts'
import { visitOutcomes } from '../domain/visit-lifecycle.ts'

const mostYen = 100_000
const longestDraft = 20_000

const yen = optionalText('交通費', 12)
  .transform((text) => (text === null ? null : plainCode(text).replace(/[,，円]/g, '')))
  .refine((text) => text === null || /^\d{1,6}$/.test(text), '交通費は数字で入力してください')
  .transform((text) => (text === null ? null : Number(text)))
  .refine((amount) => amount === null || amount <= mostYen, `交通費は${mostYen}円までで入力してください`)

/** A report in two layers: what the client may read, and what only those who advise read. */
export const ReportForm = z
  .object({
    outcome: choice('会えたかどうか', visitOutcomes),
    arrived: clockTime('着いた時刻'),
    left: clockTime('出た時刻'),
    did: requiredText('したこと', 4000),
    worry: optionalText('気になったこと、相談したいこと', 4000),
    self: z
      .union([z.literal(''), choice('あなたの調子', selfStates)])
      .optional()
      .transform((chosen) => chosen || null),
    cost: yen,
  })
  .refine((report) => report.arrived <= report.left, { path: ['left'], message: '出た時刻は、着いた時刻より後にしてください' })

/** The fields of a report, as they are kept while it is being written. */
export const reportFields = ['outcome', 'arrived', 'left', 'did', 'worry', 'self', 'cost'] as const
export type ReportField = (typeof reportFields)[number]

const loose = z.string().max(longestDraft, '長すぎるため、保存できませんでした').optional()

/** Whatever was typed so far: kept as it is, checked only when it is handed in. */
export const ReportDraftForm = z.object({
  outcome: loose, arrived: loose, left: loose, did: loose, worry: loose, self: loose, cost: loose,
})

/**
 * What is handed in: the whole report of the draft. Null when it is sent twice: the draft has become the report.
 * @param report the report as it stands, null when there is none
 */
export function handedInOf(
  draft: Record<string, unknown> | null,
  report: { state: string } | null,
): Result<z.output<typeof ReportForm> | null> {
  if (!draft && report && report.state !== 'draft') return ok(null)
  const typed = ReportForm.safeParse(draft ?? {})
  return typed.success ? ok(typed.data) : refuse('report.incomplete')
}

/** Handing in what stands on the page of confirmation. */
export const SendReportForm = z.object({})

/** An answer to a report. */
export const AdviceForm = z.object({ version: version(), text: requiredText('助言', 4000) })
