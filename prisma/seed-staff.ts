import { audit } from '#app/platform/audit.server.ts'
import type { Database } from '#app/platform/db/open.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import { endOfFiscalYear, startOfFiscalYear } from '#app/shared/fiscal-year.ts'
import { demoPassword, type World } from '#tests/factories/world.ts'

/** A deputy with two hats in あおば市, who chooses one after logging in. These rows have no screen. */
export async function seedDeputy(database: Database, world: World): Promise<void> {
  const passwordHash = await hashPassword(demoPassword)
  const { ids, fiscalYear, aoba } = world
  const [startsOn, endsOn] = [startOfFiscalYear(fiscalYear), endOfFiscalYear(fiscalYear)].map(toDateColumn)
  await database.asOwner(async (tx) => {
    const personId = ids.next()
    const contract = await tx.contract.findFirstOrThrow({ where: { bodyId: aoba.id } })
    await tx.person.create({ data: { id: personId, loginEmail: 'shihara@tonari.example.jp', displayName: '試原 みなと' } })
    await tx.account.create({ data: { personId, passwordHash } })
    await tx.membership.createMany({
      data: ['dispatch', 'coordinator'].map((role) => ({
        id: ids.next(), personId, bodyId: aoba.id, contractId: contract.id, role, startsOn: startsOn!, endsOn: endsOn!,
      })),
    })
    await audit(tx, { action: 'directory.setUp', entity: 'person', id: personId, bodyId: aoba.id })
  })
}
