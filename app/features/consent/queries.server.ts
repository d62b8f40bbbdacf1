import { may } from '#app/access/policy.ts'
import { deskOf } from '#app/features/directory/queries.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { consentFor } from './access.server.ts'
import type { ConsentState } from './domain/lifecycle.ts'
import { applicantOf, liveRecipients, type StoredConsent } from './store.server.ts'
import type { ApplicantFacts, ConsentFacts, ConsentRow } from './views.ts'

async function withSurroundings(tx: Tx, ctx: Ctx, consent: StoredConsent): Promise<ConsentFacts> {
  const today = ctx.clock.today()
  const recipients = await liveRecipients(tx, consent.bodyId, today)
  const desk = await deskOf(tx, consent.bodyId, today)
  return { ...consent, recipients, desk, today }
}

/** The supporter's own consent with the live list of recipients; null when it is not theirs. */
export async function getOwnConsent(ctx: Ctx, id: string): Promise<ConsentFacts | null> {
  return withActor(ctx, async (tx) => {
    const consent = await consentFor(tx, ctx, 'consent.view', id)
    return consent && withSurroundings(tx, ctx, consent)
  })
}

/** As `getOwnConsent`, with what the own application says. */
export async function getOwnChoices(
  ctx: Ctx,
  id: string,
): Promise<{ consent: ConsentFacts; applicant: ApplicantFacts | null } | null> {
  return withActor(ctx, async (tx) => {
    const consent = await consentFor(tx, ctx, 'consent.view', id)
    if (!consent) return null
    const applicant = await applicantOf(tx, consent.bodyId, consent.personId)
    return { consent: await withSurroundings(tx, ctx, consent), applicant }
  })
}

/** One consent for the roster desk; the reading is audited. */
export async function getDeskConsent(
  ctx: Ctx,
  id: string,
): Promise<{ consent: ConsentFacts; applicant: ApplicantFacts | null; registered: boolean } | null> {
  return withActor(ctx, async (tx) => {
    const consent = await consentFor(tx, ctx, 'consent.view', id)
    if (!consent) return null
    const facts = await withSurroundings(tx, ctx, consent)
    const applicant = await applicantOf(tx, consent.bodyId, consent.personId)
    const entries = await tx.rosterEntry.count({ where: { consentId: id } })
    await auditRead(tx, { action: 'consent.view', entity: 'roster_consent', id })
    return { consent: facts, applicant, registered: entries > 0 }
  })
}

/** Everybody who completed a course of the body, with the newest consent of each, in the order of kana. */
export async function listConsents(ctx: Ctx): Promise<ConsentRow[] | null> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !may(actor, 'consent.view', { bodyId: actor.bodyId })) return null
  const { bodyId } = actor
  return withActor(ctx, async (tx) => {
    const completions = await tx.completion.findMany({
      where: { bodyId, voidedAt: null },
      orderBy: { completedOn: 'desc' },
      select: { personId: true, completedOn: true, application: { select: { name: true, kana: true } } },
    })
    const consents = await newestConsents(tx, bodyId)
    const seen = new Set<string>()
    const rows = completions.flatMap(({ personId, completedOn, application }): ConsentRow[] => {
      if (seen.has(personId)) return []
      seen.add(personId)
      const consent = consents.get(personId) ?? null
      return [{ personId, ...application, completedOn: fromDateColumn(completedOn), consent }]
    })
    await auditRead(tx, { action: 'consent.list', entity: 'body', id: bodyId, detail: { rows: rows.length } })
    return rows
  })
}

async function newestConsents(tx: Tx, bodyId: string): Promise<Map<string, NonNullable<ConsentRow['consent']>>> {
  const rows = await tx.rosterConsent.findMany({
    where: { bodyId },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true, personId: true, state: true, explainedAt: true, chosenAt: true, signedAt: true, withdrawnAt: true,
      consentPapers: { where: { confirmedAt: null, rejectedAt: null }, select: { id: true } },
      rosterEntries: { where: { state: { not: 'ended' } }, select: { id: true } },
    },
  })
  return new Map(
    rows.map(({ personId, consentPapers, rosterEntries, state, ...row }) => [
      personId,
      {
        ...row,
        state: state as ConsentState,
        paperWaiting: consentPapers.length > 0,
        registered: rosterEntries.length > 0,
      },
    ]),
  )
}

/** The bytes of a scan for the desk that looks at it; audited, because a signature is personal. */
export async function getPaperScan(
  ctx: Ctx,
  { consentId, paperId }: { consentId: string; paperId: string },
): Promise<{ mime: string; bytes: Uint8Array } | null> {
  if (!isUuid(paperId)) return null
  return withActor(ctx, async (tx) => {
    const consent = await consentFor(tx, ctx, 'consent.confirmPaper', consentId)
    if (!consent) return null
    const paper = await tx.consentPaper.findFirst({
      where: { id: paperId, consentId },
      select: { file: { select: { mime: true, bytes: true } } },
    })
    if (!paper) return null
    await auditRead(tx, { action: 'consent.viewPaper', entity: 'roster_consent', id: consentId, detail: { paper: paperId } })
    return paper.file
  })
}

/** Courses completed without a consent in force or under way: what `beginConsent` can be asked for. */
export async function consentsToBegin(ctx: Ctx): Promise<{ completionId: string; bodyName: string }[]> {
  return withActor(ctx, async (tx) => {
    const completions = await tx.completion.findMany({
      where: { voidedAt: null },
      orderBy: { completedOn: 'desc' },
      select: { id: true, bodyId: true },
    })
    const begun = await tx.rosterConsent.findMany({
      where: { state: { in: ['explained', 'signed'] } },
      select: { bodyId: true },
    })
    const open = new Set(begun.map((row) => row.bodyId))
    const first = completions.filter((row, i) => completions.findIndex((other) => other.bodyId === row.bodyId) === i)
    const free = first.filter((row) => !open.has(row.bodyId))
    const bodies = await tx.body.findMany({ where: { id: { in: free.map((row) => row.bodyId) } }, select: { id: true, name: true } })
    return free.map((row) => ({
      completionId: row.id,
      bodyName: bodies.find((body) => body.id === row.bodyId)?.name ?? '',
    }))
  })
}

/** The supporter's consents, newest first, for マイページ. */
export async function listOwnConsents(
  ctx: Ctx,
): Promise<{ id: string; bodyName: string; state: ConsentState; explainedAt: Date | null; signedAt: Date | null }[]> {
  return withActor(ctx, async (tx) => {
    const rows = await tx.rosterConsent.findMany({
      orderBy: { createdAt: 'desc' },
      select: { id: true, state: true, explainedAt: true, signedAt: true, body: { select: { name: true } } },
    })
    return rows.map(({ body, state, ...row }) => ({ ...row, bodyName: body.name, state: state as ConsentState }))
  })
}
