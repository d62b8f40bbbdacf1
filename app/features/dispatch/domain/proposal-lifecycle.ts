/** States of a first question to a supporter, without names. */
export const proposalStates = ['sent', 'interested', 'declined', 'lapsed', 'cancelled'] as const
export type ProposalState = (typeof proposalStates)[number]

export type ProposalEvent = 'interest' | 'decline' | 'lapse' | 'cancel'

/**
 * The one table of a proposal's states. Interest can be taken back as freely as it was given; a decline
 * stands, because nobody is asked twice. `cancel` comes from the desk, from a stop and from a withdrawn
 * consent, in every open state.
 */
export const proposalTransitions = {
  sent: { interest: 'interested', decline: 'declined', lapse: 'lapsed', cancel: 'cancelled' },
  interested: { decline: 'declined', cancel: 'cancelled' },
  declined: {},
  lapsed: {},
  cancelled: {},
} satisfies Record<ProposalState, Partial<Record<ProposalEvent, ProposalState>>>

/** The state after an event, or null where the event is impossible. */
export function nextProposalState(state: ProposalState, event: ProposalEvent): ProposalState | null {
  const row: Partial<Record<ProposalEvent, ProposalState>> = proposalTransitions[state]
  return row[event] ?? null
}

/** States in which a proposal still counts; derived from the table. */
export const openProposalStates: readonly ProposalState[] = proposalStates.filter(
  (state) => nextProposalState(state, 'cancel') !== null,
)
