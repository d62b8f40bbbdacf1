import { z } from 'zod'
import { checkbox, choice, choices, clockTime, optionalText, requiredText, tokyoDayText, wholeNumber } from '#app/shared/fields.ts'
import { contactKinds, contactMethods, contactPartners, reaches } from '../domain/types.ts'

/** Longest summary of one contact, in characters as read. */
export const summaryLength = 2000

/** 電話・連絡の記録: the whole call in one form. */
export const RecordContactForm = z.object({
  anonymous: checkbox(),
  on: tokyoDayText('日付'),
  at: clockTime('時刻'),
  minutes: wholeNumber('かかった時間', 0, 1440, '分'),
  partners: choices('話した相手', contactPartners, 1),
  methods: choices('方法', contactMethods, 1),
  reached: choice('つながったかどうか', reaches),
  kind: choice('区分', contactKinds),
  summary: requiredText('聞いたこと', summaryLength),
  nextStep: requiredText('つぎの一歩', 200),
  nextOn: tokyoDayText('つぎの一歩の日付').optional().transform((day) => day ?? null),
  promise: optionalText('約束したこと', 200),
})

const keptText = z.string().max(20_000).catch('')

/** What a form kept as a draft may hold: texts by field, whatever state they are in. */
export const KeepDraftForm = z.record(
  z.string().max(60),
  z.union([keptText, z.array(keptText).max(20)]).catch(''),
)

/** The fields of a kept form, without what the form carries for the machinery. */
export function draftOf(input: Record<string, unknown>): Record<string, string | string[]> {
  const fields = Object.keys(RecordContactForm.shape)
  return Object.fromEntries(
    fields.flatMap((field): [string, string | string[]][] => {
      const value = input[field]
      if (Array.isArray(value)) return [[field, value.map(String)]]
      return typeof value === 'string' ? [[field, value]] : []
    }),
  )
}
