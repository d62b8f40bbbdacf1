/** States of one version of a plan. `superseded`: a newer version took its place, agreed or not. */
export const planStates = ['draft', 'offered', 'agreed', 'superseded'] as const
export type PlanState = (typeof planStates)[number]

export const planEvents = ['offer', 'agree', 'replace'] as const
export type PlanEvent = (typeof planEvents)[number]

const planMoves = {
  draft: { offer: 'offered', replace: 'superseded' },
  offered: { agree: 'agreed', replace: 'superseded' },
  agreed: { replace: 'superseded' },
  superseded: {},
} satisfies Record<PlanState, Partial<Record<PlanEvent, PlanState>>>

/** The state of a version after an event, or null where it cannot happen. Nothing ever reopens a version. */
export function nextPlanState(state: PlanState, event: PlanEvent): PlanState | null {
  const moves: Partial<Record<PlanEvent, PlanState>> = planMoves[state]
  return moves[event] ?? null
}

/** States of one party's answer to one version. `void`: ended by a stop or a newer version, never answered. */
export const agreementStates = ['pending', 'agreed', 'declined', 'void'] as const
export type AgreementState = (typeof agreementStates)[number]

/** How an answer reached us; all ways count the same. */
export const agreementMethods = ['link', 'inPerson', 'paper', 'phone'] as const
export type AgreementMethod = (typeof agreementMethods)[number]

/** An answer, and whose it is. */
export interface Answer {
  who: 'client' | 'family' | 'supporter'
  state: AgreementState
}

/**
 * Is the version agreed to? Only when somebody on the client's side and at least one supporter were asked, and
 * everybody who was asked has said yes (N6, S3 第3-3(2)ア).
 */
export function isAgreedByAll(answers: readonly Answer[]): boolean {
  const supporter = answers.some((answer) => answer.who === 'supporter')
  const client = answers.some((answer) => answer.who !== 'supporter')
  return supporter && client && answers.every((answer) => answer.state === 'agreed')
}

/** What an edit of the plan does, by the state of the newest version. */
export function editOf(newest: PlanState): 'sameVersion' | 'newVersion' {
  return newest === 'draft' ? 'sameVersion' : 'newVersion'
}
