import { z } from 'zod'
import { contact, day, line, longText } from '../fields.ts'

/** Columns that are printed only when they are part of the provision. 登録番号, フリガナ, 氏名 always are. */
export const provisionColumn = z.enum(['workingName', 'area', 'phone', 'address', 'peer'])
export type ProvisionColumn = z.infer<typeof provisionColumn>

const entry = z.strictObject({
  registrationNo: line(40),
  kana: line(101),
  name: line(101),
  workingName: line(60).nullable(),
  area: line(120).nullable(),
  phone: line(30).nullable(),
  address: line(200).nullable(),
  /** True only when the person has experience of his own and allowed saying so; else false. */
  peer: z.boolean(),
})

/**
 * サポーター登録名簿 with its covering letter 名簿提供書 (S3 第3-2(2)イ). `entries` come in the order of their
 * kana; an item a person did not allow is null. A column outside `columns` may hold nothing at all.
 */
export const provisionListV1 = z
  .strictObject({
    /** 「第R8-0003号」 */
    provisionNo: line(40),
    providedOn: day,
    expiresOn: day,
    provider: z.strictObject({ body: line(60), headPost: line(60), headName: line(60), contact }),
    recipient: z.strictObject({ body: line(60), addressee: line(60) }),
    purpose: longText(300),
    /** 「本人の同意（登録同意書）及び事業実施要領 第3-2(2)イ」 */
    basis: longText(300),
    /** How it is handed over: 「この仕組みの画面、及び本書」 */
    method: line(120),
    /** Handling terms the recipient accepted, in order. */
    terms: z.array(longText(300)).min(1).max(12),
    /** What the provider asks under 個人情報保護法 第70条. */
    safeguard: longText(500),
    /** What changed since the last provision to this recipient; null for the first one. */
    since: z
      .strictObject({
        provisionNo: line(40),
        providedOn: day,
        added: z.int().min(0),
        changed: z.int().min(0),
        withdrawn: z.int().min(0),
      })
      .nullable(),
    /** Who took it and when; null leaves the receipt to be written by hand. */
    receipt: z.strictObject({ receivedOn: day, by: line(80) }).nullable(),
    columns: z.array(provisionColumn).max(5),
    entries: z.array(entry).max(2_000),
  })
  .superRefine((list, ctx) => {
    for (const column of provisionColumn.options) {
      if (list.columns.includes(column)) continue
      const row = list.entries.findIndex((e) => e[column] !== null && e[column] !== false)
      if (row >= 0) {
        const path = ['entries', row, column]
        ctx.addIssue({ code: 'custom', path, message: 'an item outside the provision' })
      }
    }
  })
export type ProvisionListV1 = z.infer<typeof provisionListV1>
