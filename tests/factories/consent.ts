import { beginConsent } from '#app/features/consent/commands/begin-consent.server.ts'
import { chooseItems } from '#app/features/consent/commands/choose-items.server.ts'
import { publishText } from '#app/features/consent/commands/publish-text.server.ts'
import { readItem } from '#app/features/consent/commands/read-item.server.ts'
import { signConsent } from '#app/features/consent/commands/sign-consent.server.ts'
import { getOwnConsent } from '#app/features/consent/queries.server.ts'
import type { Choices } from '#app/features/consent/views.ts'
import { fixedClock } from '#app/platform/clock.server.ts'
import type { Database } from '#app/platform/db/open.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { startOfFiscalYear } from '#app/shared/fiscal-year.ts'
import { demoConsentText } from './consent-text.ts'
import { must } from './must.ts'
import type { World } from './world.ts'

/** A name drawn in a few strokes, as the pad posts it. */
export const drawnName = JSON.stringify([
  [[0.1, 0.2, 0], [0.22, 0.18, 60], [0.3, 0.17, 120]],
  [[0.2, 0.1, 300], [0.2, 0.3, 420], [0.18, 0.42, 500]],
  [[0.45, 0.15, 800], [0.6, 0.2, 900], [0.7, 0.4, 1000]],
])

const nothing: Choices = { phone: false, address: false, peer: false, photo: false }

/** The same person a while ago: the explanation ends before the signature begins. */
export function earlier(ctx: Ctx, seconds: number): Ctx {
  return { ...ctx, clock: fixedClock(new Date(ctx.clock.now().getTime() - seconds * 1000)) }
}

/** The body's consent text in force since 1 April. */
export async function publishedText(world: World): Promise<{ textId: string; no: number }> {
  return must(await publishText(world.rosterOfficer.ctx, {
    ...demoConsentText, inForceFrom: startOfFiscalYear(world.fiscalYear),
  }))
}

/** A completed person who has begun to read. */
export async function begun(database: Database, world: World, personId: string): Promise<{ consentId: string; ctx: Ctx }> {
  const ctx = world.supporter(personId)
  const completion = await database.asOwner((tx) => tx.completion.findFirstOrThrow({ where: { personId } }))
  const { consentId } = must(await beginConsent(ctx, { completionId: completion.id }))
  return { consentId, ctx }
}

/** Every item read, one by one; the last one half a minute ago. */
export async function explained(database: Database, world: World, personId: string): Promise<{ consentId: string; ctx: Ctx }> {
  const found = await begun(database, world, personId)
  for (const { no } of demoConsentText.items) {
    must(await readItem(earlier(found.ctx, 30), { consentId: found.consentId, no }))
  }
  return found
}

/** The version a form drawn now would carry. */
export async function versionOf(ctx: Ctx, consentId: string): Promise<number> {
  return (await getOwnConsent(ctx, consentId))?.version ?? 0
}

/** Read, and chosen what may stand on the roster. */
export async function chosen(
  database: Database,
  world: World,
  personId: string,
  choices: Partial<Choices> = {},
): Promise<{ consentId: string; ctx: Ctx }> {
  const found = await explained(database, world, personId)
  const { consentId, ctx } = found
  must(await chooseItems(ctx, { consentId, version: await versionOf(ctx, consentId), ...nothing, ...choices }))
  return found
}

/** Read, chosen and signed by hand on the screen. */
export async function consented(
  database: Database,
  world: World,
  personId: string,
  choices: Partial<Choices> = {},
): Promise<{ consentId: string; ctx: Ctx }> {
  const found = await chosen(database, world, personId, choices)
  const { consentId, ctx } = found
  must(await signConsent(ctx, { consentId, version: await versionOf(ctx, consentId), strokes: drawnName, proxy: null }))
  return found
}
