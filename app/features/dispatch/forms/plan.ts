import { z } from 'zod'
import {
  choice, optionalText, recordId, requiredText, tokyoDayText, version, wholeNumber,
} from '#app/shared/fields.ts'
import { agreementMethods } from '../domain/plan-lifecycle.ts'
import { linesOf, sharesOf } from '../domain/plan-text.ts'

const mostLines = { emergency: 8, shares: 12 }
const longestLine = { emergency: 70, shares: 100 }

/** Typed text as it can also be printed: no tabs, no invisible line ends. */
function printable(what: string, max: number) {
  return requiredText(what, max).transform((text) => text.replace(/[\t\u0085\u2028\u2029]+/g, ' '))
}

function oneLine(what: string, max: number) {
  return printable(what, max).refine((text) => !text.includes('\n'), `${what}は、1行で入力してください`)
}

function listText(what: string, max: number, key: keyof typeof mostLines) {
  return printable(what, max)
    .refine((text) => linesOf(text).length <= mostLines[key], `${what}は、${mostLines[key]}行までで入力してください`)
    .refine(
      (text) => linesOf(text).every((line) => line.length <= longestLine[key]),
      `${what}は、1行を${longestLine[key]}文字までで入力してください`,
    )
}

/** Purpose, plan and content of one version (S3 第3-3(2)ア). */
export const PlanForm = z
  .object({
    version: version(),
    /** The number of the newest version when the form was drawn. */
    newestNo: z.coerce.number('画面を開き直してください').int().min(1).max(10_000),
    purpose: printable('目的', 800),
    from: tokyoDayText('始まりの日'),
    to: tokyoDayText('終わりの日'),
    frequency: oneLine('回数と時間', 100),
    place: oneLine('場所', 150),
    dos: printable('すること', 1500),
    donts: printable('しないこと', 800),
    emergency: listText('緊急のとき', 600, 'emergency'),
    shares: listText('見せる範囲', 1200, 'shares').refine(
      (text) => sharesOf(text).every((share) => share.item.length <= 60 && share.withWhom.length <= 60),
      '見せる範囲は、「ことがら：見る人」の形で、1行を短く入力してください',
    ),
    ladder: wholeNumber('会い方', 1, 7),
  })
  .refine((plan) => plan.from <= plan.to, { path: ['to'], message: '終わりの日は、始まりの日より後にしてください' })

/** Laying a version before everybody. */
export const OfferForm = z.object({ planVersionId: recordId('計画の版'), version: version() })

/** Answers to a plan; none of them is the expected one. */
export const planAnswers = ['agree', 'change'] as const

/** The answer of the client or of a supporter, to exactly the text they were shown. */
export const PlanAnswerForm = z.object({
  planVersionId: recordId('約束'),
  seen: z.string('画面を開き直してください').regex(/^[0-9a-f]{64}$/, '画面を開き直してください'),
  wish: optionalText('変えてほしいところ', 1000),
})

/** An answer that came on paper, by phone or face to face, written down by staff. */
export const RecordAgreementForm = z.object({
  agreementId: recordId('お返事の人'),
  version: version(),
  answer: choice('お返事', planAnswers),
  method: choice('受けとった方法', agreementMethods.filter((method) => method !== 'link') as ['inPerson', 'paper', 'phone']),
})

/** Beginning the visits. */
export const BeginForm = z.object({ version: version() })
