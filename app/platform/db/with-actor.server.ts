import { AsyncLocalStorage } from 'node:async_hooks'
import type { Actor } from '#app/shared/actor.ts'
import { assertNever } from '#app/shared/assert-never.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isRefused, ok, refuse, type Refusal, type Result } from '#app/shared/result.ts'
import { mailGate } from '../mail/gate.ts'
import { runtime } from '../runtime.server.ts'
import { Prisma } from './generated/client.ts'
import { claimKey } from './idempotency.server.ts'
import { sqlStateOf } from './sql-state.ts'
import { isClosedDoor, isRetryable, wallReason } from './wall-reasons.ts'

/** The transaction of one actor; it ends with `withActor` and is passed down, never kept. */
export type Tx = Prisma.TransactionClient

export interface ActorOptions {
  /** A stop: no mail is on its way to anybody while this commits (N8). PostgreSQL's rows see to that by themselves. */
  quietMail?: boolean
  /** How often a deadlock is tried again; a stop tries until it is done. */
  attempts?: number
}

/**
 * Finds a transaction that is begun inside another one. Not on a PostgreSQL in production: the runtime follows every
 * promise of every page for it, a tenth of a page's time. The embedded database would hang.
 */
const open = new AsyncLocalStorage<true>()
const hooks = new WeakMap<Tx, (() => void)[]>()

/** Carries a refusal out of a transaction so that everything in it is rolled back. */
class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super('refused')
  }
}

/** Runs something once the transaction is committed, for example waking the mail job. */
export function afterCommit(tx: Tx, run: () => void): void {
  hooks.get(tx)?.push(run)
}

/**
 * The door to the database (beside it only `actInOneStatement`). Opens a READ COMMITTED transaction, enters it as
 * exactly one actor of one body (the database checks membership, contract, card or link, and raises if none is in
 * force), runs `work` and commits.
 * A deadlock is tried again. Everything else that fails is thrown, rolled back.
 */
export async function withActor<T>(
  ctx: Pick<Ctx, 'actor'>,
  work: (tx: Tx) => Promise<T>,
  options: ActorOptions = {},
): Promise<T> {
  return tried(() => once(ctx.actor, work), options)
}

/** Runs one transaction, again after a deadlock, and with no mail under way where that was asked for. */
async function tried<T>(run: () => Promise<T>, { quietMail, attempts = 5 }: ActorOptions): Promise<T> {
  if (open.getStore()) throw new Error('a transaction inside a transaction')
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await (quietMail && runtime().database.engine === 'pglite' ? mailGate.during(run) : run())
    } catch (error) {
      if (attempt >= attempts || !isRetryable(sqlStateOf(error))) throw error
    }
  }
}

/**
 * One act: as `withActor`, for commands. A refusal returned by `work`, or spoken by one of the
 * database's walls, rolls everything back and is returned. A form sent twice is done once: the
 * second sending gets the first one's result.
 */
export async function act<T>(
  ctx: Ctx,
  work: (tx: Tx) => Promise<Result<T>>,
  options: ActorOptions = {},
): Promise<Result<T>> {
  return refusalsAsValues(() => withActor(ctx, (tx) => actOnce(ctx, tx, work), options))
}

/**
 * One act that is a single statement and its own transaction: a function of the database enters and does it. For what
 * may not wait for one step after another (N9), and may be said twice without a form's key. Where the door does not
 * open (a card that is not in force) nothing is found.
 */
export async function actInOneStatement(statement: Prisma.Sql, options: ActorOptions = {}): Promise<Result<null>> {
  return refusalsAsValues(async () => {
    try {
      await tried(() => runtime().database.ask(statement), options)
      return ok(null)
    } catch (error) {
      if (isClosedDoor(sqlStateOf(error))) return refuse('notFound')
      throw error
    }
  })
}

async function refusalsAsValues<T>(run: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, refusal: error.refusal }
    const state = sqlStateOf(error)
    const reason = state && wallReason(state)
    if (reason) return refuse(reason)
    throw error
  }
}

async function actOnce<T>(ctx: Ctx, tx: Tx, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  const earlier = ctx.idempotency && (await claimKey(tx, ctx.actor, ctx.idempotency))
  if (earlier) return earlier.result as Result<T>
  const result = await work(tx)
  if (isRefused(result)) throw new RolledBack(result.refusal)
  const key = ctx.idempotency?.key ?? null
  await tx.$queryRaw`select app.end_act(${key}::uuid, ${key && JSON.stringify(result)}::jsonb)`
  return result
}

async function once<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const after: (() => void)[] = []
  const whole = () =>
    runtime().database.prisma.$transaction(async (tx) => {
      hooks.set(tx, after)
      await tx.$queryRaw(entrance(actor))
      return await work(tx)
    })
  const value = await (isWatched() ? open.run(true, whole) : whole())
  for (const run of after) run()
  return value
}

function isWatched(): boolean {
  const { database, env } = runtime()
  return database.engine === 'pglite' || env.mode !== 'production'
}

/** The statement that enters the transaction: role, person, body and party are set for its length only. */
function entrance(actor: Actor): Prisma.Sql {
  return Prisma.sql`select set_config('role', e.role, true),
    set_config('app.actor', coalesce(e.actor::text, ''), true),
    set_config('app.body', coalesce(e.body::text, ''), true),
    set_config('app.party', coalesce(e.party::text, ''), true)
    from ${door(actor)} e`
}

function door(actor: Actor): Prisma.Sql {
  switch (actor.kind) {
    case 'visitor':
      return Prisma.sql`app.enter_public()`
    case 'supporter':
      return Prisma.sql`app.enter_supporter(${actor.personId}::uuid)`
    case 'staff':
      return Prisma.sql`app.enter_staff(${actor.personId}::uuid, ${actor.membershipId}::uuid)`
    case 'card':
      return Prisma.sql`app.enter_card(${actor.cardHash}::bytea)`
    case 'link':
      return Prisma.sql`app.enter_link(${actor.linkHash}::bytea, ${actor.purpose})`
    case 'auth':
      return Prisma.sql`app.enter_auth()`
    case 'job':
      return Prisma.sql`app.enter_job()`
    default:
      return assertNever(actor)
  }
}
