import type { ProposalState } from '../domain/proposal-lifecycle.ts'
import type { DayPart } from '../domain/request.ts'
import type { HelpDesk } from '#app/shared/frame.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'

/** A first question as the supporter sees it: nothing of it says who the client is. */
export interface OwnProposal {
  id: string
  personId: string
  bodyName: string
  state: ProposalState
  area: string | null
  ladder: number
  weekday: number | null
  part: DayPart | null
  message: string | null
  dueOn: TokyoDay | null
  sentAt: Date
  answeredAt: Date | null
  version: number
  desk: HelpDesk | null
}
