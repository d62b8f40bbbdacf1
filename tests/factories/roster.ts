import { acceptProvision } from '#app/features/roster/commands/accept-provision.server.ts'
import { answerQuestion } from '#app/features/roster/commands/answer-question.server.ts'
import { askAgain } from '#app/features/roster/commands/ask-again.server.ts'
import { deliverProvision } from '#app/features/roster/commands/deliver-provision.server.ts'
import { prepareProvision } from '#app/features/roster/commands/prepare-provision.server.ts'
import { registerSupporter } from '#app/features/roster/commands/register-supporter.server.ts'
import type { ProvidedItem } from '#app/features/roster/domain/items.ts'
import type { Answer } from '#app/features/roster/domain/reconfirmation-lifecycle.ts'
import { getProvision } from '#app/features/roster/queries/provisions.server.ts'
import type { Choices } from '#app/features/consent/views.ts'
import type { Database } from '#app/platform/db/open.server.ts'
import { hashToken, linkToken } from '#app/platform/links.server.ts'
import type { LinkActor } from '#app/shared/actor.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { consented } from './consent.ts'
import { must } from './must.ts'
import type { BodyKey } from './world-facts.ts'
import type { Hatted, World } from './world.ts'

/** What the roster officer writes of somebody. */
export interface EntryFacts {
  name: string
  kana: string
  workingName?: string | null
  homeArea?: string
  phone?: string | null
  address?: string | null
  choices?: Partial<Choices>
}

/** A completed person who signed and stands on the roster. */
export async function registered(database: Database, world: World, personId: string, facts: EntryFacts) {
  const { consentId } = await consented(database, world, personId, facts.choices)
  const { name, kana, workingName = null, homeArea = 'あおば市、しらかば町', phone = null, address = null } = facts
  const entry = must(await registerSupporter(world.rosterOfficer.ctx, {
    consentId, name, kana, workingName, homeArea, phone, address,
  }))
  return { ...entry, consentId, personId }
}

const desks = { aoba: 'aobaDispatch', shirakaba: 'shirakabaDispatch', kuromatsu: 'kuromatsuDispatch' } as const
type Recipient = Extract<BodyKey, keyof typeof desks>

/** The dispatch officer of a municipality. */
export function deskFor(world: World, recipient: Recipient): Hatted {
  return world[desks[recipient]]
}

/** A provision made ready for a municipality. */
export async function prepared(
  world: World,
  recipient: Recipient,
  items: ProvidedItem[] = ['workingName', 'area', 'phone', 'address', 'peer'],
): Promise<{ provisionId: string }> {
  return must(await prepareProvision(world.rosterOfficer.ctx, {
    recipientId: world[recipient].id, purpose: 'サポーター派遣の調整だけに使います。', items,
  }))
}

/** Everybody who can be given, handed to a municipality; not yet opened there. */
export async function delivered(world: World, recipient: Recipient, items?: ProvidedItem[]) {
  const { provisionId } = await prepared(world, recipient, items)
  const { ctx } = world.rosterOfficer
  const page = await getProvision(ctx, provisionId)
  must(await deliverProvision(ctx, { provisionId, version: page!.head.version, seen: page!.seen }))
  return { provisionId }
}

/** Handed over, and the handling terms accepted. */
export async function provided(world: World, recipient: Recipient, items?: ProvidedItem[]) {
  const { provisionId } = await delivered(world, recipient, items)
  must(await acceptProvision(deskFor(world, recipient).ctx, { provisionId, version: 2 }))
  return { provisionId }
}

/** Everybody on the accepted rosters asked by the municipality. */
export async function askedAgain(world: World, recipient: Recipient, days = 14): Promise<number> {
  const { ctx } = deskFor(world, recipient)
  return must(await askAgain(ctx, { dueOn: addDays(ctx.clock.today(), days) })).asked
}

/** The context of whoever opens the newest link mailed to somebody for an answer. */
export async function answerCtx(database: Database, world: World, personId: string): Promise<Ctx & { actor: LinkActor }> {
  const link = await database.asOwner(async (tx) => {
    const open = await tx.reconfirmation.findMany({ where: { personId, revokedAt: null }, select: { id: true } })
    const reconfirmationId = { in: open.map(({ id }) => id) }
    return tx.linkToken.findFirstOrThrow({ where: { reconfirmationId, usedAt: null }, orderBy: { createdAt: 'desc' } })
  })
  const actor: LinkActor = { kind: 'link', linkHash: hashToken(linkToken(link.id)), purpose: 'reconfirmation.answer', personId }
  return { actor, clock: world.clock, ids: world.ids }
}

/** Where, when and what somebody who goes on says, unless told otherwise. */
export const usualWillingness = {
  areas: ['北区', '中央区'], weekdays: ['2', '4'], parts: ['afternoon'], steps: ['1', '3', '4', '6'], monthlyCap: 3,
}

/** Answered through the mailed link. */
export async function answered(
  database: Database,
  world: World,
  personId: string,
  answer: Answer,
  said: Partial<typeof usualWillingness> = {},
): Promise<void> {
  const ctx = await answerCtx(database, world, personId)
  must(await answerQuestion(ctx, { answer, ...usualWillingness, ...said }))
}

/** Registered, provided to the municipality, asked, and willing: selectable this year. */
export async function willing(
  database: Database,
  world: World,
  people: (EntryFacts & { personId: string })[],
  recipient: Recipient = 'aoba',
) {
  const entries = []
  for (const { personId, ...facts } of people) entries.push(await registered(database, world, personId, facts))
  const { provisionId } = await provided(world, recipient)
  await askedAgain(world, recipient)
  for (const { personId } of people) await answered(database, world, personId, 'willing')
  return { entries, provisionId }
}
