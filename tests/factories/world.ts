import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import type { Database } from '#app/platform/db/open.server.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import type { StaffActor, StaffRole } from '#app/shared/actor.ts'
import type { Clock, Ids } from '#app/shared/clock.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { endOfFiscalYear, fiscalYear, startOfFiscalYear } from '#app/shared/fiscal-year.ts'
import { bodyFacts, type BodyKey, programmes, staff, type StaffKey } from './world-facts.ts'
import { worldSettings } from './world-settings.ts'

/** Password of every account of the made-up world. */
export const demoPassword = 'aoi-kasa-to-nagagutsu'

/** A staff member with one hat, ready to act. */
export interface Hatted {
  personId: string
  membershipId: string
  bodyId: string
  role: StaffRole
  name: string
  email: string
  actor: StaffActor
  ctx: Ctx
}

/** The made-up world: bodies, and one staff member for each hat of the story. */
export type World = Record<BodyKey, { id: string; name: string }> &
  Record<StaffKey, Hatted> & {
    clock: Clock
    ids: Ids
    fiscalYear: number
    visitor: Ctx
    /** The context of somebody's personal account. */
    supporter(personId: string): Ctx
  }

/**
 * Makes the bodies, this fiscal year's programmes, the contract, the staff with their accounts and the
 * settings, as the owner of the database (these rows have no screen). One password hash serves all.
 */
export async function makeWorld(database: Pick<Database, 'asOwner'>, ids: Ids, clock: Clock): Promise<World> {
  const passwordHash = await hashPassword(demoPassword)
  const year = fiscalYear(clock.today())
  const world = plan(ids, clock, year)
  await database.asOwner((tx) => write(tx, world, passwordHash))
  return world
}

function plan(ids: Ids, clock: Clock, year: number): World {
  const bodies = {} as Record<BodyKey, { id: string; name: string }>
  for (const [key, facts] of Object.entries(bodyFacts)) {
    bodies[key as BodyKey] = { id: ids.next(), name: facts.name }
  }
  const hats = {} as Record<StaffKey, Hatted>
  for (const [key, facts] of Object.entries(staff)) {
    const [personId, membershipId, bodyId] = [ids.next(), ids.next(), bodies[facts.body].id]
    const actor: StaffActor = { kind: 'staff', personId, membershipId, bodyId, role: facts.role }
    const { role, name, email } = facts
    hats[key as StaffKey] = {
      personId, membershipId, bodyId, role, name, email, actor, ctx: { actor, clock, ids },
    }
  }
  return {
    ...bodies,
    ...hats,
    clock,
    ids,
    fiscalYear: year,
    visitor: { actor: { kind: 'visitor' }, clock, ids },
    supporter: (personId) => ({ actor: { kind: 'supporter', personId }, clock, ids }),
  }
}

async function write(tx: Tx, world: World, passwordHash: string): Promise<void> {
  const [from, to] = [startOfFiscalYear(world.fiscalYear), endOfFiscalYear(world.fiscalYear)].map(toDateColumn)
  const { ids } = world
  for (const [key, facts] of Object.entries(bodyFacts)) {
    const prefectureId = facts.prefecture ? world[facts.prefecture].id : null
    const { kind, name, localGovCode } = facts
    await tx.body.create({ data: { id: world[key as BodyKey].id, kind, name, localGovCode, prefectureId } })
  }
  await tx.programme.createMany({
    data: programmes.map(({ body, kind, status }) => ({
      id: ids.next(), bodyId: world[body].id, fiscalYear: world.fiscalYear, kind, status,
    })),
  })
  const contractId = ids.next()
  const bodyId = world.aoba.id
  await tx.contract.create({
    data: { id: contractId, bodyId, contractorId: world.tonari.id, startsOn: from!, endsOn: to! },
  })
  await tx.contractPart.createMany({
    data: ['dispatch', 'centre'].map((programmeKind) => ({ contractId, bodyId, programmeKind })),
  })
  await writeStaff(tx, world, { contractId, from: from!, to: to!, passwordHash })
  await writeSettings(tx, world, from!)
  for (const key of Object.keys(bodyFacts)) {
    const { id } = world[key as BodyKey]
    await audit(tx, { action: 'directory.setUp', entity: 'body', id, bodyId: id })
  }
}

interface Terms {
  contractId: string
  from: Date
  to: Date
  passwordHash: string
}

async function writeStaff(tx: Tx, world: World, { contractId, from, to, passwordHash }: Terms): Promise<void> {
  for (const [key, facts] of Object.entries(staff)) {
    const hat = world[key as StaffKey]
    await tx.person.create({ data: { id: hat.personId, loginEmail: hat.email, displayName: hat.name } })
    await tx.account.create({ data: { personId: hat.personId, passwordHash } })
    await tx.membership.create({
      data: {
        id: hat.membershipId,
        personId: hat.personId,
        bodyId: hat.bodyId,
        contractId: facts.byContract ? contractId : null,
        role: hat.role,
        startsOn: from,
        endsOn: to,
      },
    })
  }
}

async function writeSettings(tx: Tx, world: World, inForceFrom: Date): Promise<void> {
  await tx.settingVersion.createMany({
    data: worldSettings.map(({ body, key, value }) => ({
      id: world.ids.next(), bodyId: body ? world[body].id : null, key, no: 1, value, inForceFrom,
    })),
  })
}
