import { toDateColumn } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import { hashToken } from '#app/platform/links.server.ts'
import { type SignedIn, signedIn } from '#app/platform/session.server.ts'
import type { LinkPurpose } from '#app/shared/actor.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { HelpDesk } from '#app/shared/frame.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { shortest } from './domain/password-rules.ts'
import { type SettingKey, settingSchemas, type SettingValue } from './settings.ts'
import { findAccount, loginAddress } from './store.server.ts'

/**
 * The value of a setting in force on a Tokyo day: the body's own, otherwise the installation's,
 * otherwise null. Of several versions in force the newest counts.
 */
export async function currentSetting(tx: Tx, bodyId: string, key: string, day: TokyoDay): Promise<unknown> {
  const rows = await tx.settingVersion.findMany({
    where: { key, inForceFrom: { lte: toDateColumn(day) }, OR: [{ bodyId }, { bodyId: null }] },
    orderBy: [{ inForceFrom: 'desc' }, { no: 'desc' }],
  })
  const own = rows.find((row) => row.bodyId === bodyId)
  return (own ?? rows[0])?.value ?? null
}

/** As `currentSetting` for a key of the registry, checked; null where there is none in force. */
export async function settingOf<K extends SettingKey>(
  tx: Tx,
  bodyId: string,
  key: K,
  day: TokyoDay,
): Promise<SettingValue<K> | null> {
  const value = await currentSetting(tx, bodyId, key, day)
  return value === null ? null : (settingSchemas[key].parse(value) as SettingValue<K>)
}

/** The body's desk for the foot of a page; null where none is set. */
export async function deskOf(tx: Tx, bodyId: string, day: TokyoDay): Promise<HelpDesk | null> {
  return settingOf(tx, bodyId, 'desk', day)
}

/** As `deskOf`, for a route that has no transaction open. */
export async function helpDeskOf(ctx: Ctx, bodyId: string): Promise<HelpDesk | null> {
  return withActor(ctx, (tx) => deskOf(tx, bodyId, ctx.clock.today()))
}

/** Whom to call, in which order, by the body's contact tree; `no` 0 without steps where none is in force. */
export interface ContactTree {
  no: number
  steps: { stepNo: number; title: string; name: string; phone: string; hours: string }[]
}

/** The contact tree of a body in force on a Tokyo day (S3 第3-3(2)カ 連絡体制): of several the newest. */
export async function contactTree(tx: Tx, bodyId: string, day: TokyoDay): Promise<ContactTree> {
  const version = await tx.contactTreeVersion.findFirst({
    where: { bodyId, inForceFrom: { lte: toDateColumn(day) } },
    orderBy: { no: 'desc' },
    select: {
      no: true,
      contactTreeSteps: {
        orderBy: { stepNo: 'asc' },
        select: { stepNo: true, title: true, name: true, phone: true, hours: true },
      },
    },
  })
  return version ? { no: version.no, steps: version.contactTreeSteps } : { no: 0, steps: [] }
}

/** The names of bodies by id; bodies are public facts. */
export async function bodyNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.body.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Where the holder of a mailed link goes on, by what the link is for; null when it no longer opens. */
export async function linkPurpose(token: string): Promise<LinkPurpose | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  return withActor({ actor: { kind: 'auth' } }, async (tx) => {
    const rows = await tx.$queryRaw<{ purpose: LinkPurpose }[]>`
      select purpose from link_token
       where token_hash = ${hashToken(token)}::bytea and used_at is null and expires_at > app.now()`
    return rows[0]?.purpose ?? null
  })
}

/** Whose password a link in force may set anew, and in whose name they are written to. */
export interface LinkedAccount {
  bodyId: string
  loginEmail: string
  displayName: string
  isStaff: boolean
}

/** The account behind an unused link for a new password; null when there is none. */
export async function findLinkedAccount(tx: Tx, linkHash: Uint8Array): Promise<LinkedAccount | null> {
  const rows = await tx.$queryRaw<LinkedAccount[]>`
    select body_id as "bodyId", login_email as "loginEmail", display_name as "displayName", is_staff as "isStaff"
      from app.link_account(${linkHash}::bytea)`
  return rows[0] ?? null
}

/** The page of whoever opened the link for a new password; `shortest` is how long theirs must be, in characters. */
export async function getLinkedAccount(ctx: Ctx): Promise<
  (LinkedAccount & { desk: HelpDesk | null; shortest: number }) | null
> {
  const { actor } = ctx
  if (actor.kind !== 'link') return null
  return withActor(ctx, async (tx) => {
    const account = await findLinkedAccount(tx, actor.linkHash)
    if (!account) return null
    const desk = await deskOf(tx, account.bodyId, ctx.clock.today())
    return { ...account, desk, shortest: account.isStaff ? shortest.staff : shortest.personal }
  })
}

/** True when an account exists for a login address; asked only for whoever holds a link mailed to it. */
export async function hasAccount(email: string): Promise<boolean> {
  return withActor({ actor: { kind: 'auth' } }, async (tx) => (await findAccount(tx, loginAddress(email))) !== null)
}

/** Who is logged in, with all the hats they may put on; null without a session in force. */
export async function getHats(ctx: Pick<Ctx, 'clock'>, cookieHeader: string | null): Promise<SignedIn | null> {
  return signedIn(cookieHeader, ctx.clock.now())
}
