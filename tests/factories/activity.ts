import { adviseReport } from '#app/features/activity/commands/advise-report.server.ts'
import { bookVisit, type BookVisit } from '#app/features/activity/commands/book-visit.server.ts'
import { signalVisit } from '#app/features/activity/commands/signal-visit.server.ts'
import { submitReport, type SubmitReport } from '#app/features/activity/commands/submit-report.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { endOfFiscalYear, fiscalYear } from '#app/shared/fiscal-year.ts'
import { addDays, type TokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { must } from './must.ts'
import { drawnDay, type Stage } from './stage.ts'
import type { Hatted, World } from './world.ts'

/** Puts a supporter under a municipality's volunteer insurance, until 31 March unless told otherwise. */
export async function insured(hat: Hatted, personId: string, from?: TokyoDay, to?: TokyoDay): Promise<void> {
  const { ctx, bodyId } = hat
  const startsOn = from ?? addDays(ctx.clock.today(), -30)
  const endsOn = to ?? endOfFiscalYear(fiscalYear(ctx.clock.today()))
  const id = ctx.ids.next()
  await withActor(ctx, async (tx) => {
    await tx.insuranceCover.createMany({
      data: [{ id, bodyId, personId, startsOn: toDateColumn(startsOn), endsOn: toDateColumn(endsOn) }],
    })
    await audit(tx, { action: 'insurance.record', entity: 'insurance_cover', id, detail: { from: startsOn, to: endsOn } })
  })
}

/** Thursday in twelve days, 14:00 to 14:30, at the door. */
export function aVisit(world: World, dispatchId: string, supporters: string[], change: Partial<BookVisit> = {}): BookVisit {
  const day = addDays(world.clock.today(), 12)
  return { dispatchId, day, from: '14:00', to: '14:30', supporters, place: '玄関の外', note: 'チャイムは1回だけ鳴らします。', ...change }
}

/** A booked visit. */
export async function booked(world: World, dispatchId: string, supporters: string[], change: Partial<BookVisit> = {}): Promise<string> {
  return must(await bookVisit(world.aobaDispatch.ctx, aVisit(world, dispatchId, supporters, change))).visitId
}

/** One of the two buttons of a visit; the clock must stand at the visit. */
export async function signalled(world: World, personId: string, visitId: string, kind: 'arrive' | 'leave'): Promise<void> {
  must(await signalVisit(world.supporter(personId), { visitId, kind }))
}

/** Arrived and left, as the two buttons say it; the clock must stand at the visit. */
export async function wentThere(world: World, personId: string, visitId: string): Promise<void> {
  await signalled(world, personId, visitId, 'arrive')
  await signalled(world, personId, visitId, 'leave')
}

/** A visit booked on the day of the drawings and gone to: the clock stands at its end. */
export async function visited(stage: Stage, dispatchId: string, personId: string, day: TokyoDay): Promise<string> {
  const { world } = stage
  await stage.goTo(drawnDay)
  const visitId = await booked(world, dispatchId, [personId], { day })
  await stage.goTo(tokyoInstant(day, '14:30'))
  await wentThere(world, personId, visitId)
  return visitId
}

/** Waited at the door and left a card: the report of the drawings. */
export function aReport(visitId: string, change: Partial<SubmitReport> = {}): SubmitReport {
  return {
    visitId,
    outcome: 'notMet',
    arrived: '14:02',
    left: '14:18',
    did: '玄関の外で15分お待ちしました。「また来月うかがいます。返事はいりません」と書いた絵はがきを、ポストに入れて帰りました。',
    worry: 'カーテンが少し開いていました。待つ時間は、15分でよかったでしょうか。',
    self: 'same',
    cost: 420,
    ...change,
  }
}

/** A report handed in. */
export async function reported(world: World, personId: string, visitId: string, change: Partial<SubmitReport> = {}): Promise<string> {
  return must(await submitReport(world.supporter(personId), aReport(visitId, change))).reportId
}

/** The coordinator's answer to the first version of a report. */
export async function advised(hat: Hatted, reportId: string, text = '静かに待てたことが、何よりよかったです。15分で十分です。'): Promise<void> {
  must(await adviseReport(hat.ctx, { reportId, version: 1, text }))
}
