import { randomUUID } from 'node:crypto'
import { withdrawConsent } from '#app/features/consent/commands/withdraw-consent.server.ts'
import { beginSession } from '#app/platform/session.server.ts'
import { cardToken, linkToken } from '#app/platform/links.server.ts'
import { setCookie } from '#app/http/cookies.server.ts'
import type { StaffRole } from '#app/shared/actor.ts'
import { begun, chosen, consented, explained, publishedText } from '#tests/factories/consent.ts'
import { must } from '#tests/factories/must.ts'
import { answered, askedAgain, delivered, prepared, provided, registered } from '#tests/factories/roster.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'
import type { World } from '#tests/factories/world.ts'

/** Who sends: a cookie, or nobody. */
export type Cookie = string

/** A stage with everybody who sends forms. */
export interface Town {
  stage: Stage
  world: World
  /** Trained people in the order they are taken. */
  taken(): string
  /** Five people who stand on あおば市's roster and are willing this year. */
  willing: { personId: string; reconfirmationId: string }[]
  roster: RosterGround
  /** A person's own session. */
  own(personId: string): Promise<Cookie>
  /** A hat's session. */
  hat(who: { personId: string; membershipId: string }): Promise<Cookie>
  /** The same role in another body. */
  stranger: Record<'trainer' | 'roster' | 'dispatch' | 'coordinator', Cookie>
  /** A second coordinator of あおば市, and somebody with two hats there. */
  second: Cookie
  twoHats: { cookie: Cookie; membershipId: string }
}

interface RosterGround {
  prepared: string
  toAccept: string
  /** あおば市's roster with one person on it who withdrew. */
  recalled: string
  recalledEntry: string
  askedByLink: string
  askedByPhone: string
}

const people = 20

/** A cookie as it is sent back. */
export function sent(setCookieHeader: string): Cookie {
  return setCookieHeader.split(';')[0] ?? ''
}

/** The cookie of whoever opened a card or a mailed link. */
export const withCard = (cardId: string): Cookie => sent(setCookie('yr_card', cardToken(cardId), 60))
export const withLink = (linkId: string): Cookie => sent(setCookie('yr_link', linkToken(linkId), 60))

/** Opens the made-up world with a trained crowd, a roster and its recipients. */
export async function openTown(): Promise<Town> {
  const stage = await openStage()
  const { world, database } = stage
  const crowd = await trained(database, world, Array.from({ length: people }, (_, i) => ({
    ...anApplicant(i + 1), email: `crowd${i}@mihon.example.jp`,
  })), await aCourse(world))
  await publishedText(world)
  const ids = crowd.map((one) => one.personId)
  function taken(): string {
    const next = ids.shift()
    if (!next) throw new Error('nobody is left')
    return next
  }
  const own = async (personId: string) => sent(await beginSession(personId, null))
  const hat = async (who: { personId: string; membershipId: string }) => sent(await beginSession(who.personId, who.membershipId))
  const employ = (bodyId: string, ...roles: StaffRole[]) => employed(stage, bodyId, roles)
  const { aoba, kuromatsu } = world
  const [two] = [await employ(aoba.id, 'coordinator', 'dispatch')]
  const ground = await rosterGround(stage, taken)
  return {
    stage, world, taken, own, hat, ...ground,
    stranger: {
      trainer: await hat((await employ(aoba.id, 'trainer'))[0]!),
      roster: await hat((await employ(aoba.id, 'roster'))[0]!),
      dispatch: await hat(world.kuromatsuDispatch),
      coordinator: await hat((await employ(kuromatsu.id, 'coordinator'))[0]!),
    },
    second: await hat((await employ(aoba.id, 'coordinator'))[0]!),
    twoHats: { cookie: await own(two[0]!.personId), membershipId: two[0]!.membershipId },
  }
}

/** Somebody with these hats in a body. */
async function employed({ database }: Stage, bodyId: string, roles: StaffRole[]) {
  const personId = randomUUID()
  const hats = roles.map((role) => ({ personId, membershipId: randomUUID(), role }))
  await database.owner.transaction(async (sql) => {
    await sql(`insert into person (id, display_name) values ($1, '試野 あき')`, [personId])
    await sql(`insert into account (person_id, password_hash) values ($1, 'no password opens this')`, [personId])
    for (const { membershipId, role } of hats) {
      await sql(
        `insert into membership (id, person_id, body_id, role, starts_on, ends_on) values ($1, $2, $3, $4, '2026-04-01', '2027-03-31')`,
        [membershipId, personId, bodyId, role],
      )
    }
  })
  return hats
}

async function rosterGround(stage: Stage, taken: () => string) {
  const { database, world } = stage
  const crowd = Array.from({ length: 8 }, taken)
  for (const personId of crowd) await onRoster(stage, personId)
  const { provisionId: recalled } = await provided(world, 'aoba')
  await askedAgain(world, 'aoba')
  const [askedByLink, askedByPhone, leaver] = crowd.slice(5) as [string, string, string]
  const willing = []
  for (const personId of crowd.slice(0, 5)) {
    await answered(database, world, personId, 'willing')
    const row = await database.asOwner((tx) => tx.reconfirmation.findFirstOrThrow({ where: { personId } }))
    willing.push({ personId, reconfirmationId: row.id })
  }
  const consent = await database.asOwner((tx) => tx.rosterConsent.findFirstOrThrow({ where: { personId: leaver } }))
  must(await withdrawConsent(world.supporter(leaver), { consentId: consent.id }))
  const entry = await database.asOwner((tx) => tx.provisionEntry.findFirstOrThrow({ where: { provisionId: recalled, personId: leaver } }))
  await onRoster(stage, taken())
  await provided(world, 'aoba')
  const { provisionId: toAccept } = await delivered(world, 'kuromatsu')
  const roster: RosterGround = {
    prepared: (await prepared(world, 'shirakaba')).provisionId,
    toAccept, recalled, recalledEntry: entry.id, askedByLink, askedByPhone,
  }
  return { willing, roster }
}

async function onRoster({ database, world }: Stage, personId: string) {
  return registered(database, world, personId, { name: '見本 花子', kana: 'ミホン ハナコ' })
}

/** A person's consent brought to a step of its way. */
export async function consentAt({ stage }: Town, step: 'begun' | 'explained' | 'chosen' | 'signed', personId: string): Promise<string> {
  const { database, world } = stage
  if (step === 'signed') return (await consented(database, world, personId)).consentId
  if (step === 'begun') return (await begun(database, world, personId)).consentId
  if (step === 'chosen') return (await chosen(database, world, personId)).consentId
  return (await explained(database, world, personId)).consentId
}
