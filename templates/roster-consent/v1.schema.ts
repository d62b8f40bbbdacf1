import { z } from 'zod'
import { contact, day, instant, line, longText, strokes } from '../fields.ts'

const signature = z.discriminatedUnion('method', [
  /** Drawn on a screen by the person himself. */
  z.strictObject({ method: z.literal('drawn'), signedAt: instant, strokes }),
  /** Signed on paper; the paper is kept, its scan has this SHA-256. */
  z.strictObject({
    method: z.literal('paper'),
    signedOn: day,
    receivedOn: day,
    scanSha256: z.string().regex(/^[0-9a-f]{64}$/).nullable(),
  }),
  /** The name typed by the person, where the body has decided that this suffices. */
  z.strictObject({ method: z.literal('typed'), signedAt: instant, typedName: line(101) }),
])

/** What may be listed beside what always is. */
const choices = z.strictObject({
  phone: z.boolean(),
  address: z.boolean(),
  peer: z.boolean(),
  photo: z.boolean(),
})

/** What the person wrote, chose and signed. */
const answers = z.strictObject({
  person: z.strictObject({
    name: line(101),
    kana: line(101),
    birthDay: day.nullable(),
    address: line(200).nullable(),
    phone: line(30).nullable(),
  }),
  choices,
  explained: z.strictObject({
    at: instant,
    /** Who explained: post and name. */
    by: line(80),
    /** 「対面」「電話」「画面で読みました」 … */
    how: line(40),
  }),
  /** How it was made sure that the signer is the person, only if it was: 「面前で確認（職員）」. */
  identity: line(80).nullable(),
  signature,
  proxy: z
    .strictObject({ name: line(101), relation: line(40), reason: line(200), witness: line(80).nullable() })
    .nullable(),
})

/**
 * 登録同意書 兼 誓約書 (S3 第3-2(2)イ, (3)ア). `answers: null` is the form to be signed by hand, with
 * `chosen` ticked on it; everything else is the same text as on the screen.
 */
export const rosterConsentV1 = z.strictObject({
  body: z.strictObject({ name: line(60), addressee: line(60), contact }),
  /** The text version that was explained; `items` are its numbered explanation items, in order. */
  text: z.strictObject({
    no: z.int().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    purpose: longText(600),
    items: z.array(longText(400)).min(1).max(20),
    /** The promise of secrecy, one sentence each. */
    promises: z.array(longText(300)).min(1).max(8),
  }),
  /** What always stands on the roster: 「氏名」「フリガナ」 … */
  registered: z.array(line(40)).min(1).max(16),
  recipients: z.array(z.strictObject({ name: line(60), status: z.enum(['operating', 'planned']) })).max(200),
  recipientsOn: day,
  /** True when municipalities that are only about to begin are covered too. */
  coversPlanned: z.boolean(),
  /** Where the present list of recipients can be seen. */
  recipientListAt: line(120),
  period: z.strictObject({ from: day.nullable(), to: day }),
  /** Years the record is kept after the fiscal year in which the registration ends. */
  retentionYears: z.int().min(1).max(30),
  answers: answers.nullable(),
  /** Ticked on the form to be signed by hand: what was chosen on the screen before it was printed. */
  chosen: choices.optional(),
})
export type RosterConsentV1 = z.infer<typeof rosterConsentV1>
