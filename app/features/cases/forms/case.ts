import { z } from 'zod'
import { checkbox, choice, choices, optionalPhone, optionalText, requiredText } from '#app/shared/fields.ts'
import { isReason, reasonLength } from '../domain/access.ts'
import { relations, ruleCodes } from '../domain/types.ts'

/** So many rows of the household are on the form; a row without a name to use is left out. */
export const householdRows = 4

const tickRules = ruleCodes.filter((code) => code !== 'callTime' && code !== 'other')

/** Rules that are ticked; the two with words of their own are fields. */
export const tickedRules = tickRules as [Exclude<(typeof ruleCodes)[number], 'callTime' | 'other'>, ...typeof tickRules]

const HouseholdRow = z.object({
  relation: choice('続柄', relations),
  callName: optionalText('呼び名', 30),
  name: optionalText('本名', 50),
  phone: optionalPhone(),
  address: optionalText('住所', 200),
})

/** A member of the household as the form gives it. */
export type HouseholdMember = Omit<z.output<typeof HouseholdRow>, 'callName'> & { callName: string }

/** Told at the first row, and also while other fields are still empty. */
function oneAtLeast(rows: z.output<typeof HouseholdRow>[], check: z.RefinementCtx): void {
  if (named(rows).length > 0) return
  check.addIssue({ code: 'custom', path: [0, 'callName'], message: '世帯の方を、1人は入力してください' })
}

function named(rows: z.output<typeof HouseholdRow>[]): HouseholdMember[] {
  return rows.flatMap(({ callName, ...rest }) => (callName ? [{ ...rest, callName }] : []))
}

/** 相談ケースを開く: the name the house uses, the household, how it must be reached. */
export const OpenCaseForm = z
  .object({
    alias: requiredText('世帯の呼び名', 30),
    people: z.array(HouseholdRow).max(householdRows, '世帯の方は4人までです').default([]).superRefine(oneAtLeast),
    rules: choices('連絡のきまり', tickedRules),
    callTime: optionalText('連絡してよい相手と時間', 200),
    otherRule: optionalText('ほかのきまり', 200),
    restricted: checkbox(),
  })
  .transform(({ people, ...rest }) => ({ ...rest, people: named(people) }))

/** Opening a case of somebody else's caseload. */
export const AskAccessForm = z.object({
  reason: requiredText('理由', 500).refine(isReason, `理由は、${reasonLength}文字以上で書いてください`),
})
