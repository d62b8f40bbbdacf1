import { loadPlace } from '#app/features/activity/store/visits.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { MyHomeFacts, NextVisit } from '../facts/my-home.ts'

/** The first page of マイページ. It names the client of the next visit and where, so showing that visit leaves its trace (N13). */
export async function getMyHome(ctx: Ctx): Promise<MyHomeFacts | null> {
  const { actor, clock } = ctx
  if (actor.kind !== 'supporter') return null
  const me = actor.personId
  return withActor(ctx, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: me }, select: { displayName: true } })
    const consents = await tx.rosterConsent.findMany({
      where: { personId: me },
      select: { id: true, state: true, bodyId: true },
    })
    const completions = await tx.completion.findMany({ where: { personId: me, voidedAt: null }, select: { bodyId: true } })
    const applied = await tx.application.findFirst({ where: { personId: me }, select: { bodyId: true } })
    const entry = await tx.rosterEntry.findFirst({
      where: { personId: me, state: { not: 'ended' } },
      select: { validTo: true, state: true },
    })
    const waits = await waiting(tx, me)
    const visits = await visitsOf(tx, me, clock.now())
    return {
      displayName: person?.displayName ?? '',
      bodyId: completions[0]?.bodyId ?? consents[0]?.bodyId ?? applied?.bodyId ?? null,
      ...visits,
      ...waits,
      consents: consents
        .filter(({ state }) => state === 'explained' || state === 'signed')
        .map(({ id, state }) => ({ id, state })),
      consentOpenAt: completions
        .map((completion) => completion.bodyId)
        .filter((bodyId) => !consents.some((consent) => consent.bodyId === bodyId)),
      entry: entry && { validTo: entry.validTo, paused: entry.state === 'paused' },
    }
  })
}

async function waiting(tx: Tx, me: string) {
  const proposals = await tx.proposal.findMany({
    where: { personId: me, state: 'sent' },
    select: { id: true, answerDueOn: true },
  })
  const agreements = await tx.agreement.findMany({
    where: { personId: me, state: 'pending' },
    select: { planVersionId: true },
  })
  const reconfirmations = await tx.reconfirmation.findMany({
    where: { personId: me, state: 'asked', revokedAt: null },
    select: { id: true },
  })
  return { proposals, plans: agreements, reconfirmations }
}

async function visitsOf(tx: Tx, me: string, now: Date) {
  const rows = await tx.visitSupporter.findMany({
    where: { personId: me, live: true },
    orderBy: { startsAt: 'asc' },
    select: {
      visit: {
        select: {
          id: true, bodyId: true, dispatchId: true, planVersionId: true, startsAt: true, endsAt: true, state: true,
          reports: { where: { personId: me }, select: { state: true } },
        },
      },
    },
  })
  const visits = rows.map((row) => row.visit)
  const coming = visits.find((visit) => visit.state === 'scheduled' && visit.endsAt > now)
  const over = (visit: (typeof visits)[number]) => visit.state === 'held' || (visit.state === 'scheduled' && visit.endsAt <= now)
  const unreported = visits
    .filter((visit) => over(visit) && !visit.reports.some((report) => report.state !== 'draft'))
    .map((visit) => ({ visitId: visit.id, startsAt: visit.startsAt }))
  return { next: coming ? await describe(tx, coming) : null, unreported }
}

async function describe(
  tx: Tx,
  visit: { id: string; bodyId: string; dispatchId: string; planVersionId: string; startsAt: Date; endsAt: Date },
): Promise<NextVisit> {
  const dispatch = await tx.dispatch.findUnique({ where: { id: visit.dispatchId }, select: { requestId: true } })
  const parties = dispatch?.requestId
    ? await tx.dispatchParty.findMany({ where: { requestId: dispatch.requestId }, select: { callName: true } })
    : []
  const plan = await tx.planVersion.findUnique({
    where: { id: visit.planVersionId },
    select: { dontText: true, placeText: true },
  })
  await auditRead(tx, { action: 'visit.view', entity: 'visit', id: visit.id, bodyId: visit.bodyId })
  return {
    id: visit.id,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    place: (await loadPlace(tx, visit.id))?.place || plan?.placeText || '',
    callNames: parties.map((party) => party.callName),
    keepInMind: plan?.dontText ?? '',
  }
}
