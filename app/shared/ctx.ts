import type { Actor } from './actor.ts'
import type { Clock, Ids } from './clock.ts'

/** One form sent by one actor: the same key means the same act, however often it arrives. */
export interface Idempotency {
  /** Minted by the server when the form was drawn (UUID). */
  key: string
  route: string
  bodyHash: Uint8Array
}

/** What every command and query is given: who acts, what time it is, where names come from. */
export interface Ctx {
  actor: Actor
  clock: Clock
  ids: Ids
  idempotency?: Idempotency
}
