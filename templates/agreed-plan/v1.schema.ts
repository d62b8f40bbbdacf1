import { z } from 'zod'
import { contact, day, instant, line, longText, strokes } from '../fields.ts'

const plan = z.strictObject({
  purpose: longText(1_000),
  plan: longText(2_000),
  /** What is done together. */
  content: longText(2_000),
  /** What is not done; null prints the general sentence. */
  notDone: longText(1_000).nullable(),
  /** How the two meet for now: 「お手紙」「ご自宅への訪問」 … */
  way: line(80),
  place: line(200),
  frequency: line(120),
  from: day,
  to: day,
  /** Names to be called by, never the registered names. */
  supporters: z.array(line(60)).min(1).max(4),
  /** Whom to call, in this order. */
  emergency: z
    .array(z.strictObject({ who: line(80), phone: line(40).nullable(), note: line(80).nullable() }))
    .max(8),
  /** What is shared with whom, one line each. */
  shares: z.array(z.strictObject({ item: line(120), withWhom: line(120) })).max(12),
})

const agreement = z.strictObject({
  party: z.enum(['client', 'family', 'supporter']),
  /** The name to be called by. */
  name: line(60),
  /** Null leaves a line to be signed by hand. */
  agreed: z
    .strictObject({
      at: instant,
      method: z.enum(['link', 'inPerson', 'paper', 'phone']),
      /** Member of staff who wrote it down, when the person did not do it himself. */
      recordedBy: line(80).nullable(),
      strokes: strokes.nullable(),
    })
    .nullable(),
})

/**
 * 派遣同意書・活動計画書 (S3 第3-3(2)ア): purpose, plan and content of one plan version, and the agreement of
 * every party to it. `plan: null` is the blank to be filled in by hand.
 */
export const agreedPlanV1 = z.strictObject({
  body: z.strictObject({ name: line(60), contact }),
  /** 「第R8-0007号」; null on a blank. */
  dispatchNo: line(40).nullable(),
  versionNo: z.int().min(1).nullable(),
  offeredOn: day.nullable(),
  /** The client's name to be called by; null on a blank. */
  clientName: line(60).nullable(),
  plan: plan.nullable(),
  agreements: z.array(agreement).max(10),
})
export type AgreedPlanV1 = z.infer<typeof agreedPlanV1>
