import { z } from 'zod'
import { choice, clockTime, optionalText, requiredText, tokyoDayText, version } from '#app/shared/fields.ts'
import { isUuid } from '#app/shared/ids.ts'
import { visitOutcomes } from '../domain/visit-lifecycle.ts'

const supporters = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().refine(isUuid, 'サポーターを選び直してください'), 'サポーターを選んでください').max(20, 'サポーターを選び直してください'),
)

/** Beginning the visits: sent from the page that calls one off. */
export { BeginForm } from '#app/features/dispatch/forms/plan.ts'

/** A visit to be booked. */
export const BookVisitForm = z.object({
  day: tokyoDayText('日にち'),
  from: clockTime('始まりの時刻'),
  to: clockTime('終わりの時刻'),
  supporters: supporters.transform((ids) => [...new Set(ids)]),
  place: requiredText('場所', 150),
  note: optionalText('心にとめておくこと', 500),
})

/** Calling off one visit. */
export const CancelVisitForm = z.object({ visitId: z.string().refine(isUuid, '予定を選び直してください'), version: version() })

/** The two big buttons; they send the time and nothing else. */
export const SignalForm = z.object({})

/** Passing on that the client wants to stop: nothing to fill in, no reason. */
export const PassOnStopForm = z.object({})

/** What became of the visit. */
export const HoldVisitForm = z.object({ outcome: choice('会えたかどうか', visitOutcomes), version: version() })
