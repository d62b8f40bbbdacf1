import { planMessages } from '#app/features/dispatch/messages/plan.ts'
import { activityMessages } from './activity.ts'

/** Sentences of the dispatch page: its own and those of the visits on it. */
export const dispatchDeskMessages = { ...planMessages, ...activityMessages }
