import { addReport } from '#app/features/safety/commands/add-report.server.ts'
import { closeIncident } from '#app/features/safety/commands/close-incident.server.ts'
import { recordCall } from '#app/features/safety/commands/record-call.server.ts'
import { type FirstReport, reportIncident } from '#app/features/safety/commands/report-incident.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { startOfFiscalYear } from '#app/shared/fiscal-year.ts'
import { tokyoTime } from '#app/shared/tokyo-day.ts'
import { must } from './must.ts'
import type { Hatted, World } from './world.ts'

const tree = [
  { title: 'コーディネーター', name: '例田 まこと', phone: '000-0000-0020', hours: '平日 9時〜17時' },
  { title: '派遣の担当', name: '試川 まどか', phone: '000-0000-0021', hours: '平日 9時〜17時' },
  { title: '夜と休みの日', name: 'あおば市役所', phone: '000-0000-0003', hours: 'いつでも' },
]

/** The contact tree of a municipality, in force since 1 April: whom to call, in which order. There is no screen for it. */
export async function contactTree(world: World, hat: Hatted): Promise<void> {
  const { ctx, bodyId } = hat
  const id = ctx.ids.next()
  await withActor(ctx, async (tx) => {
    const inForceFrom = toDateColumn(startOfFiscalYear(world.fiscalYear))
    await tx.contactTreeVersion.createMany({ data: [{ id, bodyId, no: 1, inForceFrom }] })
    await tx.contactTreeStep.createMany({ data: tree.map((step, i) => ({ versionId: id, bodyId, stepNo: i + 1, ...step })) })
    await audit(tx, { action: 'contactTree.publish', entity: 'contact_tree_version', id })
  })
}

/** A flowerpot at the gate: nobody is hurt. */
export function anIncident(world: World, visitId: string, change: Partial<FirstReport> = {}): FirstReport {
  const now = world.clock.now()
  return {
    visitId, kind: 'damage', occurredOn: world.clock.today(), occurredAt: tokyoTime(now),
    place: '玄関の前',
    summary: '自転車を置くときに、植木鉢に当たり、鉢のふちが欠けた。けがをした人はいない。',
    firstResponse: '欠けたところを片づけ、ご家族におわびした。',
    presentState: 'ご家族は「気にしないでください」と話している。',
    ...change,
  }
}

/** The supporter's first report. */
export async function incidentReported(world: World, personId: string, visitId: string): Promise<string> {
  return must(await reportIncident(world.supporter(personId), anIncident(world, visitId))).incidentId
}

/** The tree's first step called just now. */
export async function called(hat: Hatted, incidentId: string, result = 'つながった。記録をいっしょに確かめた'): Promise<void> {
  must(await recordCall(hat.ctx, { incidentId, stepNo: 1, calledAt: tokyoTime(hat.ctx.clock.now()), result }))
}

/** The final report, which makes the form, and the end of the incident. */
export async function settled(hat: Hatted, incidentId: string): Promise<void> {
  must(await addReport(hat.ctx, {
    incidentId, version: 1, event: 'addFinal',
    summary: '植木鉢1つのふちが欠けた。けがはない。',
    firstResponse: '担当がお宅にうかがい、おわびした。保険の担当に知らせ、鉢の代金をお支払いした。',
    presentState: '訪問は続けてよいと、ご本人とご家族から聞いている。',
    cause: '門の中が暗く、鉢が見えにくかった。',
    prevention: '自転車は門の外に置く。',
  }))
  must(await closeIncident(hat.ctx, { incidentId, version: 2 }))
}
