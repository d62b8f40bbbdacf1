import { z } from 'zod'
import { choice, optionalText, requiredText, tokyoDayText } from '#app/shared/fields.ts'
import { hearingStates, hearingTopics } from '../domain/types.ts'
import type { HearingAnswers, HearingTopic } from '../domain/types.ts'
import { topicWords } from '../messages/words.ts'

/** Where the person put the mark; 'later' where it was not asked. */
export const supportMarks = ['1', '2', '3', '4', '5', 'later'] as const

const topics = Object.fromEntries(
  hearingTopics.map((topic) => [topic, optionalText(topicWords[topic], 500)]),
) as Record<HearingTopic, ReturnType<typeof optionalText>>

/** ヒアリングシート: the person's own words first, then topic by topic; work and school only if spoken of. */
export const RecordHearingForm = z.object({
  heldOn: tokyoDayText('聞き取りの日'),
  ownWords: requiredText('ご本人の言葉', 1000),
  ...topics,
  support: choice('サポートの印', supportMarks),
  state: choice('状態', hearingStates),
  listeners: requiredText('聞き取った人', 200),
})

/** The answers as they are sealed; a topic nothing was said about is left out. */
export function answersOf(input: z.output<typeof RecordHearingForm>): HearingAnswers {
  const said = hearingTopics.flatMap((topic) => (input[topic] ? [[topic, input[topic]]] : []))
  return {
    ownWords: input.ownWords,
    topics: Object.fromEntries(said) as HearingAnswers['topics'],
    support: input.support === 'later' ? null : Number(input.support),
    listeners: input.listeners,
  }
}
