import { z } from 'zod'
import { choice, version } from '#app/shared/fields.ts'
import { recordedChannels } from './domain/follow-up.ts'

/** Staff write down a stop that was said to them. */
export const RecordStopForm = z.object({
  channel: choice('伝わり方', recordedChannels),
})

/** Staff close what was left to do. */
export const FinishFollowUpForm = z.object({ version: version() })
