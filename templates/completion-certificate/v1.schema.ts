import { z } from 'zod'
import { day, line } from '../fields.ts'

/** 修了証書: what one certificate says. Minutes are whole minutes of all sessions together. */
export const completionCertificateV1 = z.strictObject({
  /** 「第R8-0012号」 */
  certificateNo: line(40),
  holder: z.strictObject({ name: line(101), kana: line(101), birthDay: day.nullable() }),
  course: z.strictObject({
    title: line(80),
    /** First and last day of the sessions. */
    from: day,
    to: day,
    sessionCount: z.int().min(1).max(99),
    minutes: z.int().min(1).max(60_000),
    /** What was taught, in a few words each; may be empty. */
    subjects: z.array(line(40)).max(8),
  }),
  completedOn: day,
  issuedOn: day,
  /** True when it replaces a lost one: 「再交付」 is printed. */
  reissued: z.boolean(),
  issuer: z.strictObject({
    body: line(60),
    /** 「みどり県知事」 */
    headPost: line(60),
    headName: line(60),
    /** A place for the seal is drawn, or 「（公印省略）」 is printed. */
    seal: z.enum(['place', 'omitted']),
  }),
})
export type CompletionCertificateV1 = z.infer<typeof completionCertificateV1>
