import { demoMarks } from '#app/platform/db/demo.server.ts'
import type { Database } from '#app/platform/db/open.server.ts'
import type { Clock } from '#app/shared/clock.ts'
import { addDays, tokyoInstant, tokyoTime } from '#app/shared/tokyo-day.ts'
import { randomIds, seededIds } from '#app/shared/ids.ts'
import { contactTree } from '#tests/factories/safety.ts'
import { aCourse, confirmed, type SessionPlan } from '#tests/factories/training.ts'
import { makeWorld, type World } from '#tests/factories/world.ts'
import type { TimeMachine } from '#tests/setup/time-machine.ts'
import { type City, visitToday } from './seed-city.ts'
import { openDiary } from './seed-diary.ts'
import { applicants } from './seed-people.ts'
import { askables, tellRoster } from './seed-roster.ts'
import { seedDeputy } from './seed-staff.ts'
import { tellStories } from './seed-stories.ts'

const seedNumber = 20261121

/** So far back the city remembers; in April and May, before a year has so many days, it has a roster and no visits yet. */
const pastDays = 62

/** True when the whole demo is already there. */
export async function isSeeded(database: Database): Promise<boolean> {
  return (await database.asOwner((tx) => tx.settingVersion.count({ where: { key: demoMarks.seeded } }))) > 0
}

/**
 * Fills an empty database with the fictional prefecture, city and towns: courses behind and ahead, supporters on the
 * roster, wishes at every step, and dispatches with visits, reports and a stop. Everything is done by the real
 * commands, on the days on which it happened.
 */
export async function seedDemo(database: Database, machine: TimeMachine): Promise<World> {
  const now = machine.clock.now()
  const diary = openDiary(machine)
  await machine.goTo(diary.reaches(pastDays) ? tokyoInstant(diary.dayAgo(pastDays), '09:30') : now)
  await mark(database, machine.clock, demoMarks.begun)
  const world = await makeWorld(database, seededIds(machine.clock, seedNumber), machine.clock)
  await contactTree(world, world.aobaDispatch)
  await seedDeputy(database, world)
  const people = tellRoster(database, world, diary)
  const city: City = { database, world, diary, who: {} as City['who'] }
  diary.on(39, '14:30', async () => Object.assign(city.who, await askables(database, world, people)))
  const thread = diary.reaches(pastDays) ? tellStories(city) : null
  await diary.live()
  await machine.goTo(now)
  if (thread) await visitToday(city, thread, ['akane', 'hana'])
  await seedCourses(database, world)
  await mark(database, machine.clock, demoMarks.seeded)
  return world
}

/**
 * One course that takes applications until today and takes place later today, so that it can be played through at
 * once, and one to come with applicants.
 */
async function seedCourses(database: Database, world: World): Promise<void> {
  const today = world.clock.today()
  await aCourse(world, { sessions: laterToday(world.clock) })
  const coming = await aCourse(world, {
    title: 'ひきこもりサポーター養成研修 2日のコース',
    applyUntil: addDays(today, 10),
    decisionOn: addDays(today, 14),
    sessions: [
      { day: addDays(today, 18), title: '気持ちを知る' },
      { day: addDays(today, 25), title: '聞くこと、待つこと', kind: 'groupWork' },
    ],
  })
  for (const who of applicants) await confirmed(database, world, coming.id, who)
}

/** Two sessions that begin in an hour or two, and not later than seven in the evening. */
function laterToday(clock: Clock): SessionPlan[] {
  const day = clock.today()
  const hour = Math.min(19, Math.max(10, Number(tokyoTime(clock.now()).slice(0, 2)) + 2))
  return [
    { day, from: `${hour}:00`, to: `${hour + 1}:20`, title: '気持ちを知る' },
    { day, from: `${hour + 1}:30`, to: `${hour + 2}:50`, title: '聞くこと、待つこと', kind: 'groupWork' },
  ]
}

/** A setting of the installation that says how far the demo is; its id is not one of the story's. */
async function mark(database: Database, clock: Clock, key: string): Promise<void> {
  const id = randomIds(clock).next()
  await database.asOwner(async (tx) => {
    await tx.settingVersion.create({ data: { id, bodyId: null, key, no: 1, value: true, inForceFrom: clock.now() } })
    await tx.$queryRaw`select app.audit('demo.seed', 'setting_version', ${key})::text`
  })
}
