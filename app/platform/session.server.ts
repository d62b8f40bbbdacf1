import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia'
import type { StaffRole } from '#app/shared/actor.ts'
import { sha256 } from './crypto.server.ts'
import { Prisma } from './db/generated/client.ts'
import { withActor } from './db/with-actor.server.ts'
import { runtime } from './runtime.server.ts'

/** A membership in force: one hat in one body, by contract where a contractor works for the body. */
export interface Hat {
  membershipId: string
  bodyId: string
  bodyName: string
  role: StaffRole
  /** The contractor whose staff the person is, if any. */
  contractorName: string | null
}

/** Who is logged in, as the database knew it one statement ago. */
export interface SignedIn {
  personId: string
  displayName: string
  hats: Hat[]
  /** The hat being worn; null for a personal account or before the choice. */
  membershipId: string | null
}

interface SessionRow {
  person_id: string
  membership_id: string | null
  display_name: string
  last_seen_at: Date
  hats: Hat[] | null
}

const absoluteLife = new TimeSpan(7, 'd')
/** Whether a session is over the database has said, by the product's clock; Lucia would ask the machine's. */
const endOfTime = new Date(8.64e15)
const touchAfterMs = 5 * 60_000
const auth = { actor: { kind: 'auth' } } as const

function hashOf(sessionId: string): Uint8Array<ArrayBuffer> {
  return sha256(sessionId)
}

/** Looks the session up in one statement; the database applies the idle and absolute limits. */
async function lookUp(sessionId: string): Promise<SessionRow | null> {
  const rows = await runtime().database.ask<SessionRow>(Prisma.sql`
    select person_id, membership_id, display_name, last_seen_at, hats
      from app.session_lookup(${hashOf(sessionId)}::bytea)`)
  return rows[0]?.person_id ? rows[0] : null
}

/** Lucia's storage: only hashes of session ids reach the database, so a copy of it opens nothing. */
const adapter: Adapter = {
  async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = await lookUp(id)
    if (!row) return [null, null]
    const session = { id, userId: row.person_id, expiresAt: endOfTime, attributes: { row } }
    return [session, { id: row.person_id, attributes: {} }]
  },
  // Lucia reckons with the machine's clock; the product has one clock, which the database shares.
  async setSession({ id, userId, attributes }) {
    const expiresAt = new Date(runtime().clock.now().getTime() + absoluteLife.milliseconds())
    await withActor(auth, (tx) =>
      tx.session.createMany({
        data: [{ idHash: hashOf(id), personId: userId, membershipId: attributes.membershipId, expiresAt }],
      }),
    )
  },
  async deleteSession(id) {
    await withActor(auth, (tx) => tx.session.deleteMany({ where: { idHash: hashOf(id) } }))
  },
  async deleteUserSessions(personId) {
    await withActor(auth, (tx) => tx.session.deleteMany({ where: { personId } }))
  },
  // An hourly job forgets them.
  async deleteExpiredSessions() {},
  // A session is never prolonged beyond the life it was born with.
  async updateSessionExpiration() {},
  async getUserSessions() {
    return []
  },
}

function makeLucia() {
  const secure = runtime().env.publicOrigin.startsWith('https:')
  return new Lucia(adapter, {
    sessionExpiresIn: absoluteLife,
    sessionCookie: {
      name: secure ? '__Host-yr_session' : 'yr_session',
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ row, membershipId }) => ({ row, membershipId }),
  })
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>
    DatabaseSessionAttributes: { row?: SessionRow; membershipId?: string | null }
  }
}

let instance: ReturnType<typeof makeLucia> | undefined

function lucia() {
  return (instance ??= makeLucia())
}

/** The person behind a Cookie header, or null: no cookie, an ended session, a disabled account. */
export async function signedIn(cookieHeader: string | null, now: Date): Promise<SignedIn | null> {
  const id = lucia().readSessionCookie(cookieHeader ?? '')
  if (!id) return null
  const { session } = await lucia().validateSession(id)
  const row = session?.row
  if (!row) return null
  if (now.getTime() - row.last_seen_at.getTime() > touchAfterMs) {
    await withActor(auth, (tx) =>
      tx.session.updateMany({ where: { idHash: hashOf(id) }, data: { lastSeenAt: now } }),
    )
  }
  return {
    personId: row.person_id,
    displayName: row.display_name,
    hats: row.hats ?? [],
    membershipId: row.membership_id,
  }
}

/** Begins a new session with a new id. @returns the Set-Cookie header */
export async function beginSession(personId: string, membershipId: string | null): Promise<string> {
  const session = await lucia().createSession(personId, { membershipId })
  return lucia().createSessionCookie(session.id).serialize()
}

/** Ends the session of a Cookie header. @returns the Set-Cookie header that forgets it */
export async function endSession(cookieHeader: string | null): Promise<string> {
  const id = lucia().readSessionCookie(cookieHeader ?? '')
  if (id) await lucia().invalidateSession(id)
  return lucia().createBlankSessionCookie().serialize()
}
