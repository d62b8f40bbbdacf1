import type { Database } from '#app/platform/db/open.server.ts'
import { withdrawConsent } from '#app/features/consent/commands/withdraw-consent.server.ts'
import { addDays, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { insured } from '#tests/factories/activity.ts'
import { consented, publishedText } from '#tests/factories/consent.ts'
import type { Askable } from '#tests/factories/dispatch.ts'
import { must } from '#tests/factories/must.ts'
import { answered, askedAgain, delivered, provided, registered } from '#tests/factories/roster.ts'
import { accepted, aCourse, attended, finished, type MadeCourse } from '#tests/factories/training.ts'
import type { World } from '#tests/factories/world.ts'
import type { Diary } from './seed-diary.ts'
import { demoSupporters, type DemoSupporter, newcomer, type SupporterKey } from './seed-people.ts'

const supporters = Object.entries(demoSupporters) as [SupporterKey, DemoSupporter][]
const insuredOnes: SupporterKey[] = ['hana', 'saki', 'jiro', 'akane', 'tsubasa', 'minori', 'kaede', 'nagisa']

type Trainee = Awaited<ReturnType<typeof accepted>>
type People = Map<SupporterKey, { personId: string; consentId: string }>

/**
 * Trains the supporters, registers them, provides the roster to both municipalities and asks again; most of them
 * are willing, one rests, one declines, one has not answered, one withdrew. Filled as the diary is lived.
 */
export function tellRoster(database: Database, world: World, diary: Diary): People {
  const people: People = new Map()
  let takeru = ''
  const made: Trainee[] = []
  let autumn: MadeCourse | undefined
  diary.on(61, '09:30', async () => {
    await publishedText(world)
    autumn = await autumnCourse(world, diary.dayAgo(60))
    const everybody = [...supporters.map(([, { applicant }]) => applicant), newcomer.applicant]
    for (const who of everybody) made.push(await accepted(database, world, autumn.id, who))
  })
  diary.on(59, '09:40', async () => {
    if (!autumn) throw new Error('nobody has applied')
    await attended(database, world, autumn, made.map((one) => one.applicationId))
    await finished(database, world, autumn)
    supporters.forEach(([key], i) => people.set(key, { personId: made[i]!.personId, consentId: '' }))
    takeru = made[supporters.length]!.personId
  })
  diary.on(52, '10:30', () => registerAll(database, world, people))
  diary.on(45, '11:30', async () => {
    await provided(world, 'aoba')
    await delivered(world, 'shirakaba')
    await askedAgain(world, 'aoba')
  })
  diary.on(40, '13:30', async () => {
    for (const [key, { answer, said }] of supporters) {
      if (answer) await answered(database, world, people.get(key)!.personId, answer, said)
    }
    const until = addDays(world.clock.today(), 180)
    for (const key of insuredOnes) await insured(world.aobaDispatch, people.get(key)!.personId, undefined, until)
  })
  diary.on(4, '20:10', async () => {
    const { personId, consentId } = people.get('shinobu')!
    must(await withdrawConsent(world.supporter(personId), { consentId }))
  })
  diary.on(1, '19:30', () => consented(database, world, takeru, newcomer.choices))
  return people
}

/** The course of two months ago: applications until the day before, two sessions on one day. */
function autumnCourse(world: World, day: TokyoDay): Promise<MadeCourse> {
  return aCourse(world, {
    title: 'ひきこもりサポーター養成研修 秋のコース',
    sessions: [
      { day, from: '13:30', to: '15:00', title: '気持ちを知る' },
      { day, from: '15:10', to: '16:40', title: '聞くこと、待つこと', kind: 'groupWork' },
    ],
  })
}

async function registerAll(database: Database, world: World, people: People): Promise<void> {
  for (const [key, { applicant, workingName, homeArea, choices, phone }] of supporters) {
    const one = people.get(key)!
    const { consentId } = await registered(database, world, one.personId, {
      name: `${applicant.familyName} ${applicant.givenName}`,
      kana: `${applicant.familyKana} ${applicant.givenKana}`,
      workingName, homeArea, choices, phone,
    })
    one.consentId = consentId
  }
}

/** Who can be named in a question of あおば市, by the key of the demo. */
export async function askables(database: Database, world: World, people: People): Promise<Record<SupporterKey, Askable>> {
  const rows = await database.asOwner((tx) => tx.reconfirmation.findMany({
    where: { bodyId: world.aoba.id }, select: { id: true, personId: true },
  }))
  const ids = new Map(rows.map(({ id, personId }) => [personId, id]))
  const found = supporters.map(([key]) => {
    const { personId } = people.get(key)!
    return [key, { personId, reconfirmationId: ids.get(personId) ?? '' }] as const
  })
  return Object.fromEntries(found) as Record<SupporterKey, Askable>
}
