import { z } from 'zod'
import {
  choice, choices, kanaName, mustTick, optionalPhone, optionalText, personName, recordId, requiredText,
  tokyoDayText, version, wholeNumber,
} from '#app/shared/fields.ts'
import { providedItems } from './domain/items.ts'
import { answers } from './domain/reconfirmation-lifecycle.ts'

/** What the roster officer writes into the roster; phone and address count only where they were allowed. */
export const RegisterForm = z.object({
  name: personName('お名前'),
  kana: kanaName('フリガナ'),
  workingName: optionalText('活動名', 30),
  homeArea: requiredText('活動できる地域', 60),
  phone: optionalPhone(),
  address: optionalText('住所', 120),
})

export const PrepareProvisionForm = z.object({
  recipientId: recordId('お渡し先'),
  purpose: requiredText('何のために渡すか', 300),
  items: choices('渡す項目', providedItems),
})

export const DeliverForm = z.object({
  version: version(),
  /** Fingerprint of the list that was looked at. */
  seen: z.string('画面を開き直してください').regex(/^[0-9a-f]{64}$/, '画面を開き直してください'),
})

export const AcceptForm = z.object({
  version: version(),
  agreed: mustTick('取り扱いの決まりを読んで、受け入れるときは印をつけてください'),
})

export const AcknowledgeForm = z.object({
  entryId: recordId('取りやめた方'),
  copies: choice('手もとの控え', ['none', 'destroyed']),
})

export const AskForm = z.object({ dueOn: tokyoDayText('お返事の期限') })

export const ReissueForm = z.object({})

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
const parts = ['morning', 'afternoon', 'evening'] as const
const steps = ['1', '2', '3', '4', '5', '6', '7'] as const

const availability = {
  areas: z
    .preprocess(
      (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
      z.array(requiredText('地域', 60)).max(60, '地域を選び直してください'),
    )
    .transform((chosen) => [...new Set(chosen)]),
  weekdays: choices('曜日', weekdays),
  parts: choices('時間', parts),
  steps: choices('できること', steps),
  monthlyCap: z
    .preprocess((given) => (given === '' ? undefined : given), wholeNumber('ひと月の回数', 1, 31, '回').optional())
    .transform((cap) => cap ?? null),
}

interface Typed {
  answer: string
  areas: string[]
  weekdays: string[]
  parts: string[]
  steps: string[]
}

/** Only who goes on says where and what; resting and declining need nothing. */
function willingIsWhole(value: Typed, ctx: z.RefinementCtx): void {
  if (value.answer !== 'willing') return
  function missing(path: string, message: string) {
    ctx.addIssue({ code: 'custom', path: [path], message })
  }
  if (value.areas.length === 0) missing('areas', '活動できる地域を、一つは選んでください')
  if (value.steps.length === 0) missing('steps', 'できることを、一つは選んでください')
  if (value.weekdays.length > 0 && value.parts.length === 0) missing('parts', '時間を選んでください')
  if (value.parts.length > 0 && value.weekdays.length === 0) missing('weekdays', '曜日を選んでください')
}

/** The supporter's own answer by the mailed link. */
export const AnswerForm = z
  .object({ answer: choice('お返事', answers), ...availability })
  .superRefine(willingIsWhole)

/** The same answer, told by phone or on paper and recorded by the desk. */
export const RecordAnswerForm = z
  .object({
    reconfirmationId: recordId('お返事した方'),
    version: version(),
    channel: choice('どうやって聞いたか', ['phone', 'paper']),
    answer: choice('お返事', answers),
    ...availability,
  })
  .superRefine(willingIsWhole)

/** Finding somebody on the roster by the beginning of name or reading; left empty, all are shown. */
export const EntryNameForm = z.object({ name: optionalText('氏名・フリガナ', 60) })
