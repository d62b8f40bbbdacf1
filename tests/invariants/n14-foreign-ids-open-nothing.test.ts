import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adviseReport } from '#app/features/activity/commands/advise-report.server.ts'
import { bookVisit } from '#app/features/activity/commands/book-visit.server.ts'
import { cancelVisit } from '#app/features/activity/commands/cancel-visit.server.ts'
import { holdVisit } from '#app/features/activity/commands/hold-visit.server.ts'
import { signalVisit } from '#app/features/activity/commands/signal-visit.server.ts'
import { submitReport } from '#app/features/activity/commands/submit-report.server.ts'
import { askAccess } from '#app/features/cases/commands/ask-access.server.ts'
import { readItem } from '#app/features/consent/commands/read-item.server.ts'
import { withdrawConsent } from '#app/features/consent/commands/withdraw-consent.server.ts'
import { answerPlan } from '#app/features/dispatch/commands/answer-plan.server.ts'
import { answerProposal } from '#app/features/dispatch/commands/answer-proposal.server.ts'
import { beginDispatch } from '#app/features/dispatch/commands/begin-dispatch.server.ts'
import { cancelProposal } from '#app/features/dispatch/commands/cancel-proposal.server.ts'
import { issueCard } from '#app/features/dispatch/commands/issue-card.server.ts'
import { offerPlan } from '#app/features/dispatch/commands/offer-plan.server.ts'
import { prepareDispatch } from '#app/features/dispatch/commands/prepare-dispatch.server.ts'
import { recordAgreement } from '#app/features/dispatch/commands/record-agreement.server.ts'
import { recordSearch } from '#app/features/dispatch/commands/record-search.server.ts'
import { revokeCard } from '#app/features/dispatch/commands/revoke-card.server.ts'
import { sendProposals } from '#app/features/dispatch/commands/send-proposals.server.ts'
import { acceptProvision } from '#app/features/roster/commands/accept-provision.server.ts'
import { acknowledgeRecall } from '#app/features/roster/commands/acknowledge-recall.server.ts'
import { deliverProvision } from '#app/features/roster/commands/deliver-provision.server.ts'
import { registerSupporter } from '#app/features/roster/commands/register-supporter.server.ts'
import { askForHelp } from '#app/features/safety/commands/ask-for-help.server.ts'
import { closeIncident } from '#app/features/safety/commands/close-incident.server.ts'
import { recordCall } from '#app/features/safety/commands/record-call.server.ts'
import { reportIncident } from '#app/features/safety/commands/report-incident.server.ts'
import { finishFollowUp } from '#app/features/stopping/commands/finish-follow-up.server.ts'
import { passOnStop } from '#app/features/stopping/commands/pass-on-stop.server.ts'
import { recordStop } from '#app/features/stopping/commands/record-stop.server.ts'
import { completeCourse } from '#app/features/training/commands/complete-course.server.ts'
import { decideApplication } from '#app/features/training/commands/decide-application.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { type HattedBody, hattedBody } from './rows/body.ts'
import { type Chain, makeChain, makeGround } from './rows/chain.ts'
import { surround, type Surroundings } from './rows/every-table.ts'
import { openTown, type Town } from './rows/town.ts'

let town: Town
let stranger: HattedBody
let strangersSupporter: Ctx
let one: Chain
let made: Surroundings
let draft: string

beforeAll(async () => {
  town = await openTown()
  stranger = await hattedBody(town, 'よその市')
  const ground = await makeGround(town.database, { giver: stranger.id, taker: stranger.id })
  strangersSupporter = town.world.supporter((await makeChain(town.database, ground, 'active')).person)
  one = await town.chain('reoffered')
  made = await surround(town.database, one, { coordinator: town.world.coordinator.personId, officer: town.world.aobaDispatch.personId })
  draft = one.nextPlan
})
afterAll(() => town.close())

type Who = 'trainer' | 'roster' | 'dispatch' | 'coordinator' | 'supporter'
type Command = (ctx: Ctx, id: string) => Promise<unknown>

const facts = { name: '見本 花子', kana: 'ミホン ハナコ', workingName: null, homeArea: '', phone: null, address: null }
const soon = () => addDays(town.clock.today(), 5)
const reason = '担当が休みのため、前の約束を確かめる必要があります。'
const told = { place: '', summary: 'x', firstResponse: 'x', presentState: 'x' }

const commands: [who: Who, name: string, id: () => string, run: Command][] = [
  ['trainer', '申込みに答える', () => one.application, (ctx, applicationId) => decideApplication(ctx, { applicationId, version: 1, decision: 'accept' })],
  ['trainer', '研修を終える', () => one.course, (ctx, courseId) => completeCourse(ctx, { courseId, version: 1 })],
  ['roster', '名簿に登録する', () => one.consent, (ctx, consentId) => registerSupporter(ctx, { consentId, ...facts })],
  ['roster', '名簿を渡す', () => one.provision, (ctx, provisionId) => deliverProvision(ctx, { provisionId, version: 1, seen: '0'.repeat(64) })],
  ['dispatch', '名簿を受け取る', () => one.provision, (ctx, provisionId) => acceptProvision(ctx, { provisionId, version: 1 })],
  ['dispatch', '返却を知らせる', () => one.handed, (ctx, entryId) => acknowledgeRecall(ctx, { entryId, copies: 'none' })],
  ['dispatch', '条件を記録する', () => one.request, (ctx, requestId) => recordSearch(ctx, { requestId, version: 1 })],
  ['dispatch', '打診する', () => one.request, (ctx, requestId) => sendProposals(ctx, { requestId, reconfirmationIds: [one.reconfirmation], dueOn: soon(), message: null })],
  ['dispatch', '打診を取り消す', () => one.proposal, (ctx, proposalId) => cancelProposal(ctx, { requestId: one.request, proposalId, version: 1 })],
  ['dispatch', 'カードを出す', () => one.request, (ctx, requestId) => issueCard(ctx, { requestId, partyId: one.party })],
  ['dispatch', 'カードを止める', () => one.card, (ctx, cardId) => revokeCard(ctx, { requestId: one.request, cardId })],
  ['dispatch', '派遣を準備する', () => one.proposal, (ctx, proposalId) => prepareDispatch(ctx, { proposalId })],
  ['dispatch', '計画を示す', () => draft, (ctx, planVersionId) => offerPlan(ctx, { planVersionId, version: 1 })],
  ['dispatch', '同意を書き留める', () => one.nextOfClient, (ctx, agreementId) => recordAgreement(ctx, { agreementId, version: 1, answer: 'agree', method: 'phone' })],
  ['dispatch', '派遣を始める', () => one.dispatch, (ctx, dispatchId) => beginDispatch(ctx, { dispatchId, version: 1 })],
  ['dispatch', '訪問の予定を入れる', () => one.dispatch, (ctx, dispatchId) => bookVisit(ctx, { dispatchId, day: soon(), from: '14:00', to: '15:00', supporters: [one.person], place: '', note: null })],
  ['dispatch', '訪問を取り消す', () => one.coming, (ctx, visitId) => cancelVisit(ctx, { visitId, version: 1 })],
  ['dispatch', '訪問を行われたとする', () => one.coming, (ctx, visitId) => holdVisit(ctx, { visitId, version: 1, outcome: 'met' })],
  ['dispatch', '報告に答える', () => made.report, (ctx, reportId) => adviseReport(ctx, { reportId, version: 1, text: 'x' })],
  ['dispatch', '事故の連絡を記録する', () => made.incident, (ctx, incidentId) => recordCall(ctx, { incidentId, stepNo: 1, calledAt: '10:00', result: 'reached' })],
  ['dispatch', '事故を閉じる', () => made.incident, (ctx, incidentId) => closeIncident(ctx, { incidentId, version: 1 })],
  ['dispatch', '中止を記録する', () => one.request, (ctx, requestId) => recordStop(ctx, { requestId, channel: 'phone' })],
  ['dispatch', '中止の後始末を終える', () => made.stop, (ctx, stopId) => finishFollowUp(ctx, { stopId, version: 1 })],
  ['coordinator', 'ほかの担当の相談を開く', () => one.kase, (ctx, caseId) => askAccess(ctx, { caseId, reason })],
  ['coordinator', '報告に答える', () => made.report, (ctx, reportId) => adviseReport(ctx, { reportId, version: 1, text: 'x' })],
  ['coordinator', '中止を記録する', () => one.request, (ctx, requestId) => recordStop(ctx, { requestId, channel: 'phone' })],
  ['supporter', '同意を取りやめる', () => one.consent, (ctx, consentId) => withdrawConsent(ctx, { consentId })],
  ['supporter', '説明を読む', () => one.consent, (ctx, consentId) => readItem(ctx, { consentId, no: 1 })],
  ['supporter', '打診に答える', () => one.proposal, (ctx, proposalId) => answerProposal(ctx, { proposalId, answer: 'interest', version: 1 })],
  ['supporter', '計画に答える', () => one.nextPlan, (ctx, planVersionId) => answerPlan(ctx, { planVersionId, answer: 'agree', seen: '00' })],
  ['supporter', '着いたと知らせる', () => one.coming, (ctx, visitId) => signalVisit(ctx, { visitId, kind: 'arrive' })],
  ['supporter', '報告を出す', () => one.held, (ctx, visitId) => submitReport(ctx, { visitId, outcome: 'met', arrived: '14:00', left: '15:00', did: 'x', worry: null, self: null, cost: null })],
  ['supporter', '事故を報告する', () => one.held, (ctx, visitId) => reportIncident(ctx, { visitId, kind: 'injury', occurredOn: addDays(town.clock.today(), -1), occurredAt: '14:00', ...told })],
  ['supporter', '助けを求める', () => one.held, (ctx, visitId) => askForHelp(ctx, { visitId })],
  ['supporter', '中止を伝える', () => one.held, (ctx, visitId) => passOnStop(ctx, { visitId })],
]

/** Everything of the two bodies, as one digest. */
async function world(): Promise<string> {
  const tables = await town.owner.query(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'body_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)
  const digests: unknown[] = []
  for (const { name } of tables) {
    const [row] = await town.owner.query(
      `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as digest from ${String(name)} t where body_id = any ($1)`,
      [[town.world.midori.id, town.world.aoba.id]])
    digests.push(row!.digest)
  }
  return digests.join()
}

describe('N14 よその団体の番号を入れても、ない番号と同じ答え', () => {
  it.each(commands)('%s が %s', async (who, _name, id, run) => {
    const ctx = who === 'supporter' ? strangersSupporter : stranger.ctx[who]
    const before = await world()
    const foreign = await run(ctx, id())
    expect(foreign).toMatchObject({ ok: false })
    expect(foreign).toEqual(await run(ctx, randomUUID()))
    expect(await world()).toBe(before)
  })
})
