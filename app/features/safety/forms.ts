import { z } from 'zod'
import { choice, clockTime, optionalText, requiredText, tokyoDayText, version, wholeNumber } from '#app/shared/fields.ts'
import { incidentKinds } from './domain/incident.ts'

const long = 2_000

/** The button that does what a call does: nothing to fill in. */
export const AskForHelpForm = z.object({})

/** The first report, from the phone: what happened, no blame. */
export const FirstReportForm = z.object({
  kind: choice('どんなことか', incidentKinds),
  occurredOn: tokyoDayText('起きた日'),
  occurredAt: clockTime('起きた時刻'),
  place: requiredText('場所', 200),
  summary: requiredText('起きたこと', long),
  firstResponse: requiredText('すぐにしたこと', long),
  presentState: requiredText('いまの様子', long),
})

/** A later report of the desk; the final one also names cause and prevention. */
export const FollowUpForm = z.object({
  version: version(),
  summary: requiredText('分かったこと', long),
  firstResponse: requiredText('したこと', long),
  presentState: requiredText('いまの様子', long),
  cause: optionalText('原因', long),
  prevention: optionalText('これから気をつけること', long),
})

/** One call of the contact tree, with its time. */
export const RecordCallForm = z.object({
  stepNo: wholeNumber('連絡先', 1, 99),
  calledAt: clockTime('かけた時刻'),
  result: requiredText('結果', 200),
})

/** Closing after the final report. */
export const CloseForm = z.object({ version: version() })
