import { z } from 'zod'
import {
  checkbox, choice, choices, emailAddress, kanaName, optionalPhone, optionalText, personName, recordId, requiredText,
  version,
} from '#app/shared/fields.ts'
import { isTokyoDay, type TokyoDay, tokyoDayOf } from '#app/shared/tokyo-day.ts'
import { attendanceStatuses } from './domain/types.ts'

const blank = (value: unknown) => value === undefined || value === ''
const birthSentence = '生まれた日を、西暦の年・月・日で入力してください。書かなくてもかまいません'

/** One of the three boxes; what cannot be a figure makes the day as a whole wrong. */
const box = z.string().max(12).optional().catch('?')

/** A day in three boxes that may be left empty as a whole; full-width figures are read too. */
const optionalBirth = z
  .object({ year: box, month: box, day: box }, birthSentence)
  .optional()
  .transform((boxes, ctx): TokyoDay | null => {
    const parts = [boxes?.year, boxes?.month, boxes?.day]
    if (parts.every(blank)) return null
    const [year, month, day] = parts.map((part) => toNumber(part ?? ''))
    const found = tokyoDayOf(year ?? NaN, month ?? NaN, day ?? NaN)
    if (found && isTokyoDay(found) && found >= '1900-01-01') return found
    ctx.addIssue({ code: 'custom', message: birthSentence })
    return z.NEVER
  })

function toNumber(text: string): number {
  const figures = text.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(figures) ? Number(figures) : Number.NaN
}

const aboutYou = {
  birth: optionalBirth,
  preferredName: optionalText('呼び名', 30),
  email: emailAddress(),
}

/** 申込みの1ページめ：あなたのこと。姓と名に分けられない人は、一つの欄で書ける。 */
export const ApplyPersonForm = z.discriminatedUnion(
  'nameWay',
  [
    z.object({
      nameWay: z.literal('split'),
      familyName: personName('姓'),
      givenName: personName('名'),
      familyKana: kanaName('セイ'),
      givenKana: kanaName('メイ'),
      ...aboutYou,
    }),
    z.object({
      nameWay: z.literal('whole'),
      wholeName: personName('お名前'),
      wholeKana: kanaName('フリガナ'),
      ...aboutYou,
    }),
  ],
  '画面を開き直してください',
)
export type ApplyPerson = z.output<typeof ApplyPersonForm>

/** Name and reading as written: 姓 and 名 with a space between, or the one field. */
export function fullName(person: ApplyPerson): { name: string; kana: string } {
  if (person.nameWay === 'whole') return { name: person.wholeName, kana: person.wholeKana }
  return {
    name: `${person.familyName} ${person.givenName}`,
    kana: `${person.familyKana} ${person.givenKana}`,
  }
}

export const contactWays = ['mail', 'post', 'sms'] as const
export const phoneWishes = ['none', 'ok'] as const
export const callTimes = ['morning', 'afternoon', 'evening'] as const
export const yesNoLater = ['yes', 'no', 'later'] as const
export const senderNames = ['office', 'personOnly', 'later'] as const
export const registerWishes = ['yes', 'no', 'later'] as const

/** 申込みの2ページめ：連絡の方法。 */
export const ApplyContactForm = z
  .object({
    ways: choices('連絡してもよい方法', contactWays, 1),
    phoneWish: choice('電話のこと', phoneWishes),
    phone: optionalPhone(),
    callTimes: choices('都合のよい時間帯', callTimes),
    voicemail: choice('留守番電話のこと', yesNoLater).default('later'),
    senderName: choice('名乗り方', senderNames).default('later'),
    familyMayKnow: choice('ご家族のこと', yesNoLater).default('later'),
    address: optionalText('住所', 200),
    care: optionalText('あると助かること', 500),
    registerWish: choice('研修のあとのこと', registerWishes).default('later'),
  })
  .superRefine((input, ctx) => {
    const needsPhone = input.phoneWish === 'ok' || input.ways.includes('sms')
    if (needsPhone && input.phone === null) {
      ctx.addIssue({ code: 'custom', path: ['phone'], message: '電話番号を入力してください' })
    }
    if (input.ways.includes('post') && input.address === null) {
      ctx.addIssue({ code: 'custom', path: ['address'], message: '郵送先の住所を入力してください' })
    }
  })
export type ApplyContact = z.output<typeof ApplyContactForm>

/** What was typed so far, kept as it is: nothing is asked of it yet. */
export const KeepTypedForm = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())]),
)

/** 「この内容で申し込む」 carries nothing: what is sent is the draft that was shown. */
export const SendApplicationForm = z.object({})

const sharedDecision = { version: version() }

/** 受講の決定（受け入れ）。 */
export const AcceptForm = z.object(sharedDecision)
/** 順番待ち。 */
export const WaitlistForm = z.object(sharedDecision)
/** 見送り：理由は、決まった文から選ぶ。 */
export const DeclineForm = z.object({ ...sharedDecision, reason: requiredText('理由', 200) })
/** 申込みをやめる：理由は聞かない。 */
export const WithdrawForm = z.object({ ...sharedDecision, applicationId: recordId('申込み') })

/** One session's whole sheet: application → status. Rows without a choice are not sent. */
export const AttendanceForm = z.object({
  version: version(),
  status: z
    .record(recordId('受講者'), choice('出席', attendanceStatuses))
    .default({})
    .refine((rows) => Object.keys(rows).length <= 500, '一度に記録できるのは500人までです'),
})

/** 修了を決める：確かめの欄に印がいる。 */
export const CompleteCourseForm = z.object({
  version: version(),
  seen: checkbox().refine((ticked) => ticked, '出席を確かめてから、印をつけてください'),
})

/** 修了証書をまとめて出す。 */
export const IssueCertificatesForm = z.object({ version: version() })
