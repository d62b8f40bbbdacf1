import type { Actor } from '#app/access/actor.ts'
import { hmac } from '#app/platform/crypto.server.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { openField, sealField } from '#app/platform/fields.server.ts'
import { here } from '#app/platform/here.server.ts'
import { readSigned, setCookie, signed } from './cookies.server.ts'
import type { Asked } from './page.server.ts'

const keptDays = 30
const place = 'draft.data'

/** What was typed so far, field by field. */
export type DraftValues = Record<string, string | string[]>

/**
 * Whose drafts these are: the account's, the card's, or the browser's of a visitor (a signed cookie).
 * @returns the owner's key and, for a visitor who has none yet, the cookie to set
 */
function ownerOf({ ctx, request }: Asked): { key: Uint8Array<ArrayBuffer>; cookies: string[] } {
  const name = accountName(ctx.actor)
  if (name) return { key: hmac(here().keys.cookie, `draft:${name}`), cookies: [] }
  const known = readSigned(request, 'yr_visitor')
  const visitor = known ?? ctx.ids.next()
  const cookies = known ? [] : [setCookie('yr_visitor', signed('yr_visitor', visitor), keptDays * 86_400)]
  return { key: hmac(here().keys.cookie, `draft:visitor:${visitor}`), cookies }
}

function accountName(actor: Actor): string | null {
  if (actor.kind === 'staff' || actor.kind === 'supporter') return `person:${actor.personId}`
  return actor.kind === 'card' ? `card:${Buffer.from(actor.cardHash).toString('hex')}` : null
}

/** Tells the transaction whose drafts it may touch. */
function own(key: Uint8Array): string {
  return Buffer.from(key).toString('hex')
}

/**
 * The draft of one form about one subject, or null when there is none or its 30 days are over.
 * @param subject the record the form is about, or '' for a new one
 */
export async function readDraft(asked: Asked, form: string, subject: string): Promise<DraftValues | null> {
  const { key } = ownerOf(asked)
  const now = asked.ctx.clock.now()
  const row = await withActor(asked.ctx, async (tx) => {
    await tx.$queryRaw`select set_config('app.draft_owner', ${own(key)}, true)`
    return tx.draft.findFirst({ where: { ownerKey: key, form, subject, expiresAt: { gt: now } } })
  })
  return row && (JSON.parse(openField(place, row.id, row.dataEnc)) as DraftValues)
}

/**
 * Keeps what was typed, encrypted, for 30 days.
 * @returns cookies that the answer must set, so that a visitor finds the draft again
 */
export async function saveDraft(
  asked: Asked,
  form: string,
  subject: string,
  values: DraftValues,
): Promise<string[]> {
  const { key, cookies } = ownerOf(asked)
  const now = asked.ctx.clock.now()
  const expiresAt = new Date(now.getTime() + keptDays * 86_400_000)
  await withActor(asked.ctx, async (tx) => {
    await tx.$queryRaw`select set_config('app.draft_owner', ${own(key)}, true)`
    const kept = await tx.draft.findFirst({ where: { ownerKey: key, form, subject }, select: { id: true } })
    const id = kept?.id ?? asked.ctx.ids.next()
    const dataEnc = sealField(place, id, JSON.stringify(values))
    const changed = await tx.draft.updateMany({ where: { id }, data: { dataEnc, updatedAt: now, expiresAt } })
    if (changed.count > 0) return
    await tx.draft.createMany({
      data: [{ id, ownerKey: key, form, subject, dataEnc, updatedAt: now, expiresAt }],
      skipDuplicates: true,
    })
  })
  return cookies
}

/** Forgets a draft, once it has become a record. */
export async function dropDraft(asked: Asked, form: string, subject: string): Promise<void> {
  const { key } = ownerOf(asked)
  await withActor(asked.ctx, async (tx) => {
    await tx.$queryRaw`select set_config('app.draft_owner', ${own(key)}, true)`
    await tx.draft.deleteMany({ where: { ownerKey: key, form, subject } })
  })
}
