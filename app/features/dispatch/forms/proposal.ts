import { z } from 'zod'
import { optionalText, recordId, tokyoDayText, version } from '#app/shared/fields.ts'

/** 候補を出す: recorded before anybody is shown. */
export const SearchForm = z.object({ version: version() })

/** 打診を送る: to whom, until when, and a few words without names. */
export const SendProposalsForm = z.object({
  ask: z
    .preprocess(
      (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
      z.array(recordId('打診する方')).max(5, '一度に打診できるのは5人までです'),
    )
    .refine((chosen) => chosen.length > 0, '打診する方を選んでください'),
  dueOn: tokyoDayText('返事の目安'),
  message: optionalText('伝えること', 300),
})

/** One proposal of the list. */
export const CancelProposalForm = z.object({ proposal: recordId('打診'), version: version() })

/** The supporter's free answer; both are given by pressing alone. */
export const AnswerProposalForm = z.object({ version: version() })

/** 計画をつくる: out of an interested answer. */
export const PrepareForm = z.object({ proposal: recordId('打診') })
