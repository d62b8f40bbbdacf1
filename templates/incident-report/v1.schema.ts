import { z } from 'zod'
import { day, instant, line, longText } from '../fields.ts'

/** Kinds of incident, in the order of the check boxes on the form. */
export const incidentKind = z.enum([
  'injury',
  'illness',
  'selfHarm',
  'violence',
  'damage',
  'traffic',
  'leak',
  'other',
])
export type IncidentKind = z.infer<typeof incidentKind>

const report = z.strictObject({
  stage: z.enum(['first', 'followUp', 'final']),
  /** 1 for the first report, then counted on. */
  no: z.int().min(1).max(99),
  reportedAt: instant,
  /** Post and name of the reporting person. */
  reportedBy: line(80),
  /** Number of the dispatch, 「第R8-0007号」; null when it belongs to none. */
  dispatchNo: line(40).nullable(),
  occurredAt: instant,
  place: line(200),
  kinds: z.array(incidentKind).min(1).max(8),
  kindOther: line(80).nullable(),
  people: z.array(z.strictObject({ role: line(40), name: line(60), state: line(200).nullable() })).max(20),
  summary: longText(2_000),
  timeline: z.array(z.strictObject({ at: instant, what: longText(500) })).max(60),
  firstResponse: longText(2_000),
  /** The contact tree as it was walked: `at` null = not reached or not needed. */
  calls: z
    .array(
      z.strictObject({ who: line(80), at: instant.nullable(), by: line(60).nullable(), result: line(200) }),
    )
    .max(20),
  presentState: longText(2_000),
  /** Null while it is not known: allowed until the final report. */
  cause: longText(2_000).nullable(),
  prevention: longText(2_000).nullable(),
  insurance: z
    .strictObject({ covered: z.boolean(), contactedAt: instant.nullable(), note: line(200).nullable() })
    .nullable(),
  /** Loss or leak of personal data: its own clocks (個人情報保護法). */
  leak: z
    .strictObject({
      discoveredAt: instant,
      preliminaryDueOn: day,
      finalDueOn: day,
      personsAffected: z.int().min(0).nullable(),
      notifiedOn: day.nullable(),
    })
    .nullable(),
})

/** 事故報告書 (S3 第3-3(3)ウ). `report: null` is the blank to be filled in by hand. */
export const incidentReportV1 = z.strictObject({
  body: z.strictObject({ name: line(60), addressee: line(60), office: line(60) }),
  /** 「第R8-0001号」; null on a blank. */
  incidentNo: line(40).nullable(),
  report: report.nullable(),
})
export type IncidentReportV1 = z.infer<typeof incidentReportV1>
