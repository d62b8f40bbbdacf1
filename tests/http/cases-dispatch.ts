import { leaveNote } from '#app/features/dispatch/commands/leave-note.server.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'
import { booked, insured } from '#tests/factories/activity.ts'
import { openedCase } from '#tests/factories/cases.ts'
import { agreed, aPlan, begun, offered, preparing } from '#tests/factories/dispatch.ts'
import {
  asked, cardHolder, consentedByPhone, interested, receivedRequest, requestNow,
} from '#tests/factories/dispatch-request.ts'
import { must } from '#tests/factories/must.ts'
import type { FormCase } from './case.ts'
import { type Town, withCard } from './town.ts'

const today = '2026-11-21'

/** Forms of the coordinator: cases, and the wish for a dispatch. */
export async function centreCases(town: Town): Promise<FormCase[]> {
  const { world } = town
  const { caseId, members } = await openedCase(world)
  const as = await town.hat(world.coordinator)
  const desk = { as, stranger: town.stranger.coordinator }
  const call = {
    on: today, at: '10:10', minutes: '12', partners: ['mother'], methods: ['phone'], reached: 'talked', kind: 'consultation',
    summary: '母から。手紙なら読むと思います', nextStep: '手紙を送る', nextOn: '2026-11-24', promise: '家には電話しない',
  }
  return [
    {
      form: 'centre/case-new#send', as, path: '/desk/cases/new',
      typed: { alias: 'あおぞらさん', 'people[0].callName': 'そら', 'people[0].name': '例山 そら', 'people[0].phone': '000-0000-0061', 'people[0].address': 'あおば市', rules: ['noVoicemail'], callTime: '平日', otherRule: 'なし' },
    },
    { form: 'centre/case#askAccess', as: town.second, stranger: town.stranger.coordinator, path: `/desk/cases/${caseId}`, typed: { reason: '担当が休みのため、母からの電話に答えるのに、前の約束を確かめる必要があります。' } },
    { form: 'centre/contact-new#autosave', ...desk, path: `/desk/cases/${caseId}/contacts/new`, typed: call, noForm: true },
    { form: 'centre/contact-new#keep', ...desk, path: `/desk/cases/${caseId}/contacts/new`, typed: call },
    { form: 'centre/contact-new#send', ...desk, path: `/desk/cases/${caseId}/contacts/new`, typed: call },
    { form: 'centre/hearing-new#send', ...desk, path: `/desk/cases/${caseId}/hearing/new`, typed: { heldOn: today, ownWords: '家がいい', athome: '自室', support: '3', state: 's2', listeners: '例田' } },
    {
      form: 'centre/request-new#send', ...desk, path: `/desk/cases/${caseId}/requests/new`,
      typed: { wish: 'person', members: [members[0]!.id], purpose: 'つながりを一つ', meeting: '手紙から', supporter: '30代', peer: 'any', ladder: '4', area: '北区', avoidPeople: 'なし', avoidPlaces: 'なし' },
    },
  ]
}

/** Forms of the page of a wish, and of its candidates. */
export async function requestCases(town: Town): Promise<FormCase[]> {
  const { world, willing } = town
  const desk = { as: await town.hat(world.aobaDispatch), stranger: town.stranger.dispatch }
  const at = (requestId: string, rest = '') => `/desk/requests/${requestId}${rest}`
  const [plain, withOne, noted, sought, cancelling, ready] = [
    await receivedRequest(world), await receivedRequest(world), await receivedRequest(world),
    await consentedByPhone(world), await consentedByPhone(world), await consentedByPhone(world),
  ]
  const foreign = (await requestNow(world.coordinator, noted.requestId)).parties[0]!.id
  const party = (await requestNow(world.coordinator, plain.requestId)).parties[0]!.id
  await cardHolder(world, withOne.requestId)
  must(await leaveNote(await cardHolder(world, noted.requestId), { note: 'notYet' }))
  await asked(world, cancelling.requestId, [willing[1]!.reconfirmationId])
  const [proposal = ''] = await asked(world, ready.requestId, [willing[2]!.reconfirmationId])
  await interested(world, willing[2]!.personId, proposal)
  const now = tokyoDay(world.clock.now())
  return [
    { form: 'municipality/request#issueCard', ...desk, path: at(plain.requestId), typed: { party }, foreign: { party: foreign } },
    { form: 'municipality/request#revokeCard', ...desk, path: at(withOne.requestId), typed: {} },
    { form: 'municipality/request#finishNote', ...desk, path: at(noted.requestId), typed: {} },
    { form: 'municipality/request#recordConsent', ...desk, path: at(plain.requestId), typed: { party, method: 'phone', on: now, at: '10:00', ladder: '3' }, foreign: { party: foreign } },
    { form: 'municipality/request#cancelProposal', ...desk, path: at(cancelling.requestId), typed: {}, foreign: { proposal } },
    { form: 'municipality/request#prepare', ...desk, path: at(ready.requestId), typed: {} },
    { form: 'municipality/candidates#search', ...desk, path: at(sought.requestId, '/candidates'), typed: {} },
    { form: 'municipality/candidates#send', ...desk, path: at(sought.requestId, `/candidates?ask=${willing[3]!.reconfirmationId}`), typed: { ask: [willing[3]!.reconfirmationId], dueOn: '2026-12-01', message: '手紙から始めます' } },
    { form: 'municipality/stop-new#send', as: desk.as, path: `/desk/requests/${plain.requestId}/stop`, typed: { channel: 'phone' } },
  ]
}

/** Forms of the client's card. */
export async function cardCases(town: Town): Promise<FormCase[]> {
  const { world, willing } = town
  const waiting = await receivedRequest(world)
  const fresh = withCard((await cardHolder(world, waiting.requestId)).cardId)
  const visited = await begun(world, [willing[4]!])
  await insured(world.aobaDispatch, willing[4]!.personId)
  await booked(world, visited.dispatchId, [willing[4]!.personId])
  const [yes, change] = [await preparing(world, [willing[0]!]), await preparing(world, [willing[1]!])]
  await offered(world, yes.dispatchId)
  await offered(world, change.dispatchId)
  const card = (made: { card: object }) => withCard((made.card as { cardId: string }).cardId)
  const press = (form: string, as: string, page: string): FormCase => ({ form: `client/${form}`, as, path: `/card${page}`, typed: {} })
  return [
    press('consent#notYet', fresh, '/consent'), press('consent#give', fresh, '/consent'),
    press('consent#withdraw', fresh, '/consent'),
    press('home#otherDay', card(visited), ''), press('home#otherSupporter', card(visited), ''), press('home#rest', card(visited), ''),
    { ...press('home#resume', card(visited), ''), noForm: true },
    press('plan#later', card(yes), '/plan'), press('plan#agree', card(yes), '/plan'),
    { ...press('plan#change', card(change), '/plan'), typed: { wish: '木曜日にしてほしい' } },
  ]
}

/** Forms around a plan and a proposal. */
export async function planCases(town: Town): Promise<FormCase[]> {
  const { world, willing } = town
  const desk = { as: await town.hat(world.aobaDispatch), stranger: town.stranger.dispatch }
  const [draft, told] = [await preparing(world, [willing[2]!]), await preparing(world, [willing[3]!])]
  const plan = await offered(world, told.dispatchId)
  const [yes, change] = [await preparing(world, [willing[0]!]), await preparing(world, [willing[4]!])]
  const [yesPlan, changePlan] = [await offered(world, yes.dispatchId), await offered(world, change.dispatchId)]
  const begin = await agreed(world, [willing[1]!])
  const wish = await consentedByPhone(world)
  await asked(world, wish.requestId, [willing[0]!, willing[1]!].map((one) => one.reconfirmationId))
  const proposal = async (i: number) => (await town.stage.database.asOwner((tx) => tx.proposal.findFirstOrThrow({ where: { requestId: wish.requestId, personId: willing[i]!.personId } }))).id
  const { purpose, from, to, frequency, place, dos, donts, emergency, shares } = aPlan(world)
  const own = (i: number) => town.own(willing[i]!.personId)
  const stranger = await own(2)
  const agreement = async () => (await town.stage.database.asOwner((tx) => tx.agreement.findFirstOrThrow({ where: { planVersionId: plan.id }, orderBy: { id: 'asc' } })))
  const row = await agreement()
  return [
    { form: 'municipality/plan#save', ...desk, path: `/desk/dispatches/${draft.dispatchId}/plan`, typed: { purpose, from, to, frequency, place, dos, donts, emergency, shares, ladder: '4' } },
    { form: 'municipality/plan#offer', ...desk, path: `/desk/dispatches/${draft.dispatchId}/plan`, drawnAt: `/desk/dispatches/${draft.dispatchId}/plan?look=1`, typed: {} },
    { form: 'municipality/plan#record', ...desk, path: `/desk/dispatches/${told.dispatchId}/plan`, typed: { agreementId: row.id, answer: 'agree', method: 'phone' } },
    { form: 'municipality/dispatch#begin', ...desk, path: `/desk/dispatches/${begin.dispatchId}`, typed: {} },
    { form: 'supporter/plan#later', as: await own(0), stranger, path: `/my/plans/${yesPlan.id}`, typed: {} },
    { form: 'supporter/plan#agree', as: await own(0), stranger, path: `/my/plans/${yesPlan.id}`, typed: {} },
    { form: 'supporter/plan#change', as: await own(4), stranger, path: `/my/plans/${changePlan.id}`, typed: { wish: '夕方がよいです' } },
    { form: 'supporter/proposal#interest', as: await own(0), stranger, path: `/my/proposals/${await proposal(0)}`, typed: {} },
    { form: 'supporter/proposal#decline', as: await own(1), stranger, path: `/my/proposals/${await proposal(1)}`, typed: {} },
  ]
}
