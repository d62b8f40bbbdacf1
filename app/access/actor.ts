import type { Actor, StaffActor, StaffRole } from '#app/shared/actor.ts'

export type * from '#app/shared/actor.ts'
export { staffRoles } from '#app/shared/actor.ts'

/** True when the actor is staff wearing one of these hats. */
export function hasRole(actor: Actor, ...roles: StaffRole[]): actor is StaffActor {
  return actor.kind === 'staff' && roles.includes(actor.role)
}

/** The person behind the actor, where there is an account; null for visitors, cards and jobs. */
export function personOf(actor: Actor): string | null {
  if (actor.kind === 'supporter' || actor.kind === 'staff') return actor.personId
  return actor.kind === 'link' ? actor.personId : null
}
