import type { Database } from '#app/platform/db/open.server.ts'
import { heldHearing, recordedContact } from '#tests/factories/cases.ts'
import { asked, consentedByCard, interested } from '#tests/factories/dispatch-request.ts'
import {
  type Askable, began, clientAgrees, dispatchNow, type MadeDispatch, offered, preparingFor, supporterAgrees,
} from '#tests/factories/dispatch.ts'
import { advised, booked, reported, signalled } from '#tests/factories/activity.ts'
import type { World } from '#tests/factories/world.ts'
import type { BookVisit } from '#app/features/activity/commands/book-visit.server.ts'
import type { SubmitReport } from '#app/features/activity/commands/submit-report.server.ts'
import type { OpenCase } from '#app/features/cases/commands/open-case.server.ts'
import type { ReceiveRequest } from '#app/features/dispatch/commands/receive-request.server.ts'
import type { PlanText } from '#app/features/dispatch/domain/plan-text.ts'
import { tokyoInstant, tokyoTime } from '#app/shared/tokyo-day.ts'
import type { Diary } from './seed-diary.ts'
import type { SupporterKey } from './seed-people.ts'

/** Everything the stories of the city act with. */
export interface City {
  database: Database
  world: World
  diary: Diary
  who: Record<SupporterKey, Askable>
}

/** A wish on its way to a dispatch; filled as the diary is lived. */
export interface Thread {
  made: MadeDispatch
  visits: Record<number, string>
}

export interface Beginning {
  household: Partial<OpenCase>
  wish?: Partial<ReceiveRequest>
  supporters: SupporterKey[]
  plan?: Partial<PlanText>
}

// Each step of a thread is later in its day than the one before: a weekend may push two of them onto one day.

/** A case is opened, the wish written down, the card given and the consent said through it, all on one day. */
export function wished(city: City, ago: number, { household, wish }: Pick<Beginning, 'household' | 'wish'>): Thread {
  const { world, diary } = city
  const thread = { visits: {} } as Thread
  diary.on(ago, '09:00', async () => {
    const request = await consentedByCard(world, wish, household)
    thread.made = { ...request, dispatchId: '', supporters: [] }
    await recordedContact(world, request.caseId)
  })
  diary.on(ago, '09:40', () => heldHearing(world, thread.made.caseId))
  return thread
}

/** Supporters asked the day after, interested; a plan is being made. */
export function prepared(city: City, ago: number, beginning: Beginning): Thread {
  const { world, diary, who } = city
  const thread = wished(city, ago, beginning)
  diary.on(ago - 2, '10:30', async () => {
    thread.made = await preparingFor(world, thread.made, beginning.supporters.map((key) => who[key]))
  })
  return thread
}

/** The plan laid before everybody, four days after the wish. */
export function planned(city: City, ago: number, beginning: Beginning): Thread {
  const thread = prepared(city, ago, beginning)
  city.diary.on(ago - 4, '11:30', () => offered(city.world, thread.made.dispatchId, beginning.plan))
  return thread
}

/** Agreed by all five days after the wish, and begun a week after it. */
export function running(city: City, ago: number, beginning: Beginning): Thread {
  const { world, diary, who } = city
  const thread = planned(city, ago, beginning)
  diary.on(ago - 5, '13:00', async () => {
    const { plan } = (await dispatchNow(world.aobaDispatch, thread.made.dispatchId)).plans[0]!
    await clientAgrees(thread.made, plan)
    for (const key of beginning.supporters) await supporterAgrees(world, who[key].personId, plan)
  })
  diary.on(ago - 7, '15:00', () => began(world, thread.made.dispatchId))
  return thread
}

/** A visit of a thread, kept under the days ago on which it is; five days before it is booked. */
export function visit(city: City, thread: Thread, ago: number, supporters: SupporterKey[], change: Partial<BookVisit> = {}): void {
  const { world, diary, who } = city
  diary.on(Math.max(ago + 5, 2), '16:00', async () => {
    const people = supporters.map((key) => who[key].personId)
    const day = diary.dayAgo(ago)
    thread.visits[ago] = await booked(world, thread.made.dispatchId, people, { day, ...change })
  })
}

/** How long a visit lasts. */
const stayMs = 17 * 60_000

interface Held {
  by: SupporterKey
  /** Clock time of the visit; two o'clock unless told otherwise. */
  at?: string
  report?: Partial<SubmitReport>
  advice?: string
}

/** The visit takes place; a report in the evening, an answer two days later, each where it is given. */
export function held(city: City, thread: Thread, ago: number, { by, at = '14:00', report, advice }: Held): void {
  const { world, diary, who } = city
  const signal = (kind: 'arrive' | 'leave') => () => signalled(world, who[by].personId, thread.visits[ago]!, kind)
  diary.on(ago, at, signal('arrive'))
  diary.on(ago, tokyoTime(new Date(tokyoInstant(diary.dayAgo(ago), at).getTime() + stayMs)), signal('leave'))
  let reportId = ''
  if (report) {
    diary.on(ago, '18:10', async () => {
      reportId = await reported(world, who[by].personId, thread.visits[ago]!, report)
    })
  }
  if (advice) diary.on(ago - 2, '18:40', () => advised(world.coordinator, reportId, advice))
}

/** Asked without names; some answer at once with interest. The others think it over. */
export function soundedOut(city: City, thread: Thread, ago: number, keys: SupporterKey[], keen: SupporterKey[]): void {
  const { world, diary, who } = city
  diary.on(ago, '12:00', async () => {
    const proposals = await asked(world, thread.made.requestId, keys.map((key) => who[key].reconfirmationId))
    for (const key of keen) await answerWithInterest(city, who[key], proposals)
  })
}

async function answerWithInterest({ world, database }: City, { personId }: Askable, proposals: string[]): Promise<void> {
  const own = await database.asOwner((tx) => tx.proposal.findFirstOrThrow({ where: { personId, id: { in: proposals } } }))
  await interested(world, personId, own.id)
}

/** A visit later today, where an hour by daylight is left. To be called when the diary has been lived. */
export async function visitToday({ world, who }: City, thread: Thread, supporters: SupporterKey[]): Promise<void> {
  const hour = Number(tokyoTime(world.clock.now()).slice(0, 2)) + 1
  if (hour < 9 || hour > 18) return
  const [from, to] = [`${String(hour).padStart(2, '0')}:00`, `${String(hour).padStart(2, '0')}:30`]
  const people = supporters.map((key) => who[key].personId)
  await booked(world, thread.made.dispatchId, people, { day: world.clock.today(), from, to, place: '家の前' })
}
