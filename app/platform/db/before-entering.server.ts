import type { LinkPurpose } from '#app/shared/actor.ts'
import { runtime } from '../runtime.server.ts'
import { Prisma } from './generated/client.ts'
import { sqlStateOf } from './sql-state.ts'
import { isClosedDoor } from './wall-reasons.ts'

interface Entrance {
  party: string | null
  request: string | null
  body: string | null
  actor: string | null
}

/** Asks one of the database's doors; what is not in force there is simply not there. */
async function behind(door: Prisma.Sql): Promise<Entrance | null> {
  try {
    const rows = await runtime().database.ask<Entrance>(Prisma.sql`select party, request, body, actor from ${door}`)
    return rows[0] ?? null
  } catch (error) {
    if (isClosedDoor(sqlStateOf(error))) return null
    throw error
  }
}

/** Whose card this is the SHA-256 of; null when no such card is in force. */
export async function cardBehind(cardHash: Uint8Array): Promise<{ partyId: string; requestId: string; bodyId: string } | null> {
  const found = await behind(Prisma.sql`app.enter_card(${cardHash}::bytea)`)
  if (!found?.party || !found.request || !found.body) return null
  return { partyId: found.party, requestId: found.request, bodyId: found.body }
}

/** Whom a link names that this is the SHA-256 of (nobody, for some purposes); null when no such link is in force. */
export async function linkBehind(linkHash: Uint8Array, purpose: LinkPurpose): Promise<{ personId: string | null } | null> {
  const found = await behind(Prisma.sql`app.enter_link(${linkHash}::bytea, ${purpose})`)
  return found && { personId: found.actor }
}

/** Resolves when the database answered. */
export async function databaseAnswered(): Promise<void> {
  await runtime().database.ask(Prisma.sql`select 1`)
}
