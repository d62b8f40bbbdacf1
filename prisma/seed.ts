import type { Database } from '#app/platform/db/open.server.ts'
import { tokyoDay, tokyoInstant, addDays } from '#app/shared/tokyo-day.ts'
import { seededIds } from '#app/shared/ids.ts'
import { publishedText } from '#tests/factories/consent.ts'
import { heldHearing, openedCase, recordedContact } from '#tests/factories/cases.ts'
import { consentedByCard, receivedRequest } from '#tests/factories/dispatch-request.ts'
import { answered, askedAgain, delivered, provided, registered } from '#tests/factories/roster.ts'
import { aCourse, trained } from '#tests/factories/training.ts'
import { makeWorld, type World } from '#tests/factories/world.ts'
import type { TimeMachine } from '#tests/setup/time-machine.ts'
import { demoSupporters } from './seed-people.ts'

const seedNumber = 20261121

/** True when the demo's bodies are already there. */
export async function isSeeded(database: Database): Promise<boolean> {
  return (await database.asOwner((tx) => tx.settingVersion.count({ where: { key: 'demo.seeded' } }))) > 0
}

/**
 * Fills an empty database with the fictional prefecture, city and towns: a course that is over, one that can be
 * completed today and one to come, supporters on the roster, and cases at several steps. Everything is done by the
 * real commands, on the days on which it happened.
 */
export async function seedDemo(database: Database, machine: TimeMachine): Promise<World> {
  const now = machine.clock.now()
  const today = tokyoDay(now)
  const morning = (daysAgo: number, time = '09:30') => machine.goTo(tokyoInstant(addDays(today, -daysAgo), time))
  await morning(60)
  const world = await makeWorld(database, seededIds(machine.clock, seedNumber), machine.clock)
  await publishedText(world)
  const autumn = await aCourse(world, { title: 'ひきこもりサポーター養成研修 秋のコース' })
  const people = await trained(database, world, demoSupporters.map((one) => ({ ...one.applicant })), autumn)
  await morning(52)
  for (const [i, { personId }] of people.entries()) {
    const { applicant, workingName, homeArea } = demoSupporters[i]!
    await registered(database, world, personId, {
      name: `${applicant.familyName} ${applicant.givenName}`,
      kana: `${applicant.familyKana} ${applicant.givenKana}`,
      workingName,
      homeArea,
    })
  }
  await morning(45)
  await provided(world, 'aoba')
  await delivered(world, 'shirakaba')
  await askedAgain(world, 'aoba')
  await morning(40)
  for (const { personId } of people.slice(0, 3)) await answered(database, world, personId, 'willing')
  await answered(database, world, people[4]!.personId, 'resting')
  await seedCases(world, morning)
  await machine.goTo(now)
  await seedCourses(world)
  await markSeeded(database, world)
  return world
}

async function seedCases(world: World, morning: (daysAgo: number, time?: string) => Promise<void>): Promise<void> {
  await morning(30)
  const quiet = await openedCase(world, { alias: 'こもれびさん' })
  await recordedContact(world, quiet.caseId)
  await heldHearing(world, quiet.caseId)
  await morning(12)
  await receivedRequest(world)
  await morning(9)
  await consentedByCard(world)
}

/** One course whose sessions are today, so that it can be played through at once, and one to come. */
async function seedCourses(world: World): Promise<void> {
  const today = world.clock.today()
  await aCourse(world, { applyUntil: addDays(today, 14) })
  await aCourse(world, {
    title: 'ひきこもりサポーター養成研修 2日のコース',
    applyUntil: addDays(today, 10),
    sessions: [
      { day: addDays(today, 18), title: '気持ちを知る' },
      { day: addDays(today, 25), title: '聞くこと、待つこと', kind: 'groupWork' },
    ],
  })
}

async function markSeeded(database: Database, world: World): Promise<void> {
  await database.asOwner(async (tx) => {
    await tx.settingVersion.create({
      data: { id: world.ids.next(), bodyId: null, key: 'demo.seeded', no: 1, value: true, inForceFrom: world.clock.now() },
    })
    await tx.$queryRaw`select app.audit('demo.seed', 'setting_version', 'demo.seeded')::text`
  })
}
