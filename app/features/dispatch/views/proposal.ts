import type { HelpDesk } from '#app/shared/frame.ts'

/** A first question to the supporter: never who it is about. */
export interface ProposalView {
  id: string
  over: string
  title: string
  facts: { name: string; value: string }[]
  until: string | null
  version: number
  /** What stands now, once it was answered or is over. */
  answered: { title: string; text: string } | null
  canInterest: boolean
  canDecline: boolean
  desk: HelpDesk | null
}
