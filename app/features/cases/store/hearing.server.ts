import { fromDateColumn, fromOptionalDate, toDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openOptional, sealField } from '#app/platform/fields.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { HearingAnswers, HearingState } from '../domain/types.ts'
import type { HearingFacts } from '../facts.ts'

/** Version of the centre's own sheet that the answers belong to. */
const templateVersion = 1

/** The sheets of one case by number, the one still to be held among them, opened. */
export async function hearingsOf(tx: Tx, caseId: string, names: Map<string, string>): Promise<HearingFacts[]> {
  const rows = await tx.hearingSheet.findMany({
    where: { caseId },
    include: { hearingSheetVersions: { orderBy: { no: 'desc' }, take: 1 } },
    orderBy: { no: 'asc' },
  })
  return rows.map((row) => {
    const [version] = row.hearingSheetVersions
    const answers = version ? openOptional('hearing_sheet_version.answers', row.id, version.answersEnc) : null
    return {
      no: row.no,
      dueOn: fromDateColumn(row.dueOn),
      heldOn: fromOptionalDate(row.heldOn),
      state: (version?.state ?? null) as HearingState | null,
      answers: answers === null ? null : (JSON.parse(answers) as HearingAnswers),
      recordedBy: version ? (names.get(version.recordedBy) ?? '前の担当') : null,
    }
  })
}

/** Numbers and days of the sheets, without what they say. */
export async function hearingDays(
  tx: Tx,
  caseId: string,
): Promise<{ id: string; no: number; heldOn: TokyoDay | null; version: number }[]> {
  const rows = await tx.hearingSheet.findMany({ where: { caseId }, orderBy: { no: 'asc' } })
  return rows.map(({ id, no, heldOn, version }) => ({ id, no, heldOn: fromOptionalDate(heldOn), version }))
}

/** A sheet that was held. */
export interface HeldSheet {
  /** The row waiting for it; null for the first sheet. */
  waiting: { id: string; version: number } | null
  caseId: string
  bodyId: string
  no: number
  heldOn: TokyoDay
  state: HearingState
  answers: HearingAnswers
  recordedBy: string
}

/** Writes a held sheet; false when somebody else has just written it. */
export async function writeHeldSheet(tx: Tx, ctx: Ctx, sheet: HeldSheet): Promise<{ id: string } | null> {
  const { waiting, caseId, bodyId, no, state, recordedBy } = sheet
  const heldOn = toDateColumn(sheet.heldOn)
  const id = waiting?.id ?? ctx.ids.next()
  if (waiting) {
    const moved = await tx.hearingSheet.updateMany({
      where: { id, version: waiting.version, heldOn: null },
      data: { heldOn, version: { increment: 1 } },
    })
    if (moved.count !== 1) return null
  } else {
    await tx.hearingSheet.createMany({ data: [{ id, bodyId, caseId, no, dueOn: heldOn, heldOn }] })
  }
  const answersEnc = sealField('hearing_sheet_version.answers', id, JSON.stringify(sheet.answers))
  await tx.hearingSheetVersion.createMany({
    data: [{ sheetId: id, no: 1, bodyId, templateVersion, state, answersEnc, recordedBy }],
  })
  return { id }
}

/** Puts the next sheet on its day. */
export async function planNextSheet(
  tx: Tx,
  ctx: Ctx,
  of: { caseId: string; bodyId: string },
  next: { no: number; dueOn: TokyoDay },
): Promise<void> {
  await tx.hearingSheet.createMany({
    data: [{ ...of, id: ctx.ids.next(), no: next.no, dueOn: toDateColumn(next.dueOn) }],
  })
}
