import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { hearingDueOn, nextHearingNo } from '../domain/hearing.ts'
import { isOpenCase } from '../domain/lifecycle.ts'
import type { HearingAnswers, HearingState } from '../domain/types.ts'
import { hearingDays, planNextSheet, writeHeldSheet } from '../store/hearing.server.ts'
import { caseHead } from '../store/case.server.ts'

/** A hearing sheet as it was filled with the person. */
export interface RecordHearing {
  caseId: string
  heldOn: TokyoDay
  state: HearingState
  answers: HearingAnswers
}

/**
 * Writes a hearing sheet and puts the next one on its day: three months on, counted from the first
 * (S1 ヒアリングシート・3か月ごと).
 */
export async function recordHearing(
  ctx: Ctx,
  input: RecordHearing,
): Promise<Result<{ no: number; nextDueOn: TokyoDay }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !may(actor, 'hearing.record') || !isUuid(input.caseId)) return refuse('notFound')
  const { heldOn, state, answers } = input
  if (heldOn > ctx.clock.today()) return refuse('hearing.inFuture', { field: 'heldOn' })
  return act(ctx, async (tx) => {
    const head = await caseHead(tx, ctx, input.caseId)
    if (!head || !may(actor, 'hearing.record', head)) return refuse('notFound')
    if (!isOpenCase(head.state)) return refuse('case.closed')
    const days = await hearingDays(tx, head.id)
    const held = days.filter((day) => day.heldOn !== null)
    const last = held.at(-1)?.heldOn
    if (last && heldOn < last) return refuse('hearing.beforeLast', { field: 'heldOn' })
    const waiting = days.find((day) => day.heldOn === null) ?? null
    const no = waiting?.no ?? (days.at(-1)?.no ?? 0) + 1
    const of = { caseId: head.id, bodyId: head.bodyId }
    const sheet = await writeHeldSheet(tx, ctx, { ...of, waiting, no, heldOn, state, answers, recordedBy: actor.personId })
    if (!sheet) return refuse('stale')
    const next = nextSheet(held[0]?.heldOn ?? heldOn, no, heldOn)
    await planNextSheet(tx, ctx, of, next)
    await audit(tx, { action: 'hearing.record', entity: 'hearing_sheet', id: sheet.id, detail: { no, nextDueOn: next.dueOn } })
    return ok({ no, nextDueOn: next.dueOn })
  })
}

/** The row that follows keeps counting; its day skips dates that have passed. */
function nextSheet(firstOn: TokyoDay, no: number, heldOn: TokyoDay): { no: number; dueOn: TokyoDay } {
  return { no: no + 1, dueOn: hearingDueOn(firstOn, nextHearingNo(firstOn, no, heldOn)) }
}
