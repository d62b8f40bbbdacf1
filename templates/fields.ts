import { z } from 'zod'
import { isTokyoDay } from '#app/shared/tokyo-day.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'

/** Whatever the forms let through: no control characters but tab and '\n', no half characters. */
const PRINTABLE = /^(?:[^\p{Cc}\p{Surrogate}]|[\t\n])*$/u

/**
 * A text that is printed on one line where there is room; tabs and line ends in it become spaces. `max` is in
 * characters as people count them, of which the longest take eight code units.
 */
export function line(max: number) {
  return z.string().min(1).max(max * 8).regex(PRINTABLE)
}

/** A text of several lines ('\n'), not empty. */
export function longText(max: number) {
  return line(max)
}

/** A calendar day in Tokyo, 'YYYY-MM-DD'. */
export const day = z.custom<TokyoDay>(isTokyoDay, 'not a calendar day')

/** An instant as `Date.toISOString()` writes it; printed in Tokyo time. */
export const instant = z.iso.datetime()

/** Where the person on the paper can ask: printed as one line. */
export const contact = z.strictObject({
  office: line(60),
  phone: line(30).nullable(),
  email: line(100).nullable(),
})
export type Contact = z.infer<typeof contact>

/**
 * A signature drawn on a screen: strokes of points inside a box of the pad's own size, in any unit (origin
 * top left). `strokes[i]` is one pen movement, `[x, y]` each; printed as vector lines.
 */
export const strokes = z.strictObject({
  width: z.number().positive().max(10_000),
  height: z.number().positive().max(10_000),
  strokes: z.array(z.array(z.tuple([z.number(), z.number()])).min(1).max(5_000)).min(1).max(400),
})
export type Strokes = z.infer<typeof strokes>

/** What stands on every page beside the content: numbers, dates and how to check the document. */
export const documentMeta = z.strictObject({
  /** 「第R8-0012号」; null on a blank. */
  no: line(40).nullable(),
  /** Day of issue; null on a blank. */
  issuedOn: day.nullable(),
  /** Name of the issuing body, also the PDF's author. */
  issuer: line(60),
  /** 'K7QM-2XHD-9RTB'; null on a blank, which proves nothing. */
  checkCode: z.string().regex(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/).nullable(),
  /** Address of the page where anybody can check the code, without the code: 'https://…/check'. */
  checkAddress: line(200),
  /** A body's own form number, 「様式第3号（第6条関係）」; null prints the default one. */
  formNo: line(40).nullable(),
})
export type DocumentMeta = z.infer<typeof documentMeta>
