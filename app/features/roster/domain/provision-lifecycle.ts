/** How a provision stands: made ready, handed over, taken with its handling terms. */
export const provisionStates = ['prepared', 'delivered', 'received'] as const
export type ProvisionState = (typeof provisionStates)[number]

export const provisionEvents = ['deliver', 'accept'] as const
export type ProvisionEvent = (typeof provisionEvents)[number]

const transitions = {
  prepared: { deliver: 'delivered' },
  delivered: { accept: 'received' },
  received: {},
} satisfies Record<ProvisionState, Partial<Record<ProvisionEvent, ProvisionState>>>

/** The state after an event, or null where the event means nothing. */
export function provisionAfter(state: ProvisionState, event: ProvisionEvent): ProvisionState | null {
  const moves: Partial<Record<ProvisionEvent, ProvisionState>> = transitions[state]
  return moves[event] ?? null
}
