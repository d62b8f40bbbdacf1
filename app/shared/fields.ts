import { z } from 'zod'
import { isUuid } from './ids.ts'
import { isKatakana, plainCode, toKatakana } from './kana.ts'
import { isMailAddress } from './mail-address.ts'
import { isTokyoDay, type TokyoDay } from './tokyo-day.ts'

// Characters that no typed text needs: controls but tab and line ends, lone surrogates, the mark of
// broken encoding, invisible direction marks.
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u
const emoji = /\p{Extended_Pictographic}/u
const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Length of a text as its reader counts it. */
export function graphemes(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count += 1
  return count
}

/** Text as it comes from a form: one value, clean, trimmed, line ends as \n. Missing is empty. */
function typed(what: string, max: number) {
  return z
    .string(`${what}を入力してください`)
    .max(max * 8, `${what}は${max}文字までで入力してください`)
    .refine((text) => !unwanted.test(text), `${what}に、使えない文字が入っています。入力し直してください`)
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine((text) => text.length <= max || graphemes(text) <= max, `${what}は${max}文字までで入力してください`)
}

/** A line or a text that must be there. @param max in characters as read */
export function requiredText(what: string, max: number) {
  return typed(what, max).refine((text) => text !== '', `${what}を入力してください`)
}

/** A line or a text that may be left empty; empty becomes null. */
export function optionalText(what: string, max: number) {
  return typed(what, max)
    .optional()
    .transform((text) => text || null)
}

/** A person's name as they write it: kept as it is, no pictures in it. */
export function personName(what: string) {
  return requiredText(what, 50).refine((text) => !emoji.test(text), `${what}に、絵文字は使えません`)
}

/** A name's reading; hiragana and half-width kana are accepted and kept as full-width katakana. */
export function kanaName(what: string) {
  return requiredText(what, 100)
    .transform(toKatakana)
    .refine(isKatakana, `${what}は、カタカナかひらがなで入力してください`)
}

/** One e-mail address, ASCII, nothing exotic. */
export function emailAddress(what = 'メールアドレス') {
  return requiredText(what, 254)
    .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
    .refine((text) => /@./.test(text), { message: '「@」の後ろも入力してください', abort: true })
    .refine(isMailAddress, `${what}の形を確かめてください。例：hanako@mihon.example.jp`)
}

/** A Japanese telephone number; empty becomes null. */
export function optionalPhone(what = '電話番号') {
  return typed(what, 30)
    .optional()
    .transform((text) => (text ? plainCode(text) : null))
    .refine(
      (text) => text === null || /^0\d{9,10}$/.test(text.replace(/-/g, '')),
      '0から始まる10桁または11桁の番号を入力してください',
    )
}

/** One of the listed values. */
export function choice<const V extends readonly [string, ...string[]]>(what: string, values: V) {
  return z.enum(values, `${what}を選んでください`)
}

/** Any number of the listed values; one value alone is a list of one. */
export function choices<const V extends readonly [string, ...string[]]>(what: string, values: V, atLeast = 0) {
  const list = z.array(z.enum(values, `${what}を選び直してください`)).max(values.length, `${what}を選び直してください`)
  return z
    .preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), list)
    .refine((chosen) => chosen.length >= atLeast, `${what}を選んでください`)
}

/** A box that may be ticked. */
export function checkbox() {
  return z.preprocess((given) => given === 'on' || given === true, z.boolean())
}

/** A box that must be ticked. */
export function mustTick(sentence: string) {
  return checkbox().refine((ticked) => ticked, sentence)
}

/** The id of a record. */
export function recordId(what: string) {
  return z.string(`${what}を選んでください`).refine(isUuid, `${what}を選び直してください`)
}

/** The version that the form was drawn from, for the optimistic lock. */
export function version() {
  return z.coerce.number('画面を開き直してください').int('画面を開き直してください').min(1).max(1_000_000)
}

/** A whole number between two bounds, typed in any width. */
export function wholeNumber(what: string, min: number, max: number, unit = '') {
  return requiredText(what, 12)
    .transform((text) => plainCode(text))
    .refine((text) => /^\d{1,9}$/.test(text), `${what}は数字で入力してください`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `${what}は${min}〜${max}${unit}で入力してください`)
}

/** A day written as 2026-11-21 (date field) or 2026/11/21, in Tokyo. */
export function tokyoDayText(what: string) {
  return requiredText(what, 20)
    .transform((text) => plainCode(text).replace(/\//g, '-').replace(/-(\d)(?=-|$)/g, '-0$1'))
    .refine(isTokyoDay, `${what}を、年・月・日で入力してください`)
    .transform((text) => text as TokyoDay)
}

/** A time of day on a 24-hour clock, as `14:30`. */
export function clockTime(what: string) {
  return requiredText(what, 10)
    .transform((text) => plainCode(text).replace(/^(\d):/, '0$1:'))
    .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), `${what}を「14:30」のように入力してください`)
}
