import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sealField } from '#app/platform/fields.server.ts'
import { demoConsentText } from '#tests/factories/consent-text.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { type Rows, writeRows } from './write.ts'

/** What many chains stand on: the course, the consent text and the provision between two bodies. */
export interface Ground {
  giver: string
  taker: string
  course: string
  session: string
  text: string
  provision: string
}

/** One supporter and one client, from the application to visits; every value is the id of a row. */
export interface Chain extends Ground {
  person: string
  application: string
  completion: string
  consent: string
  entry: string
  handed: string
  reconfirmation: string
  kase: string
  request: string
  party: string
  coordination: string
  card: string
  /** What the client's card is found by. */
  cardHash: Buffer
  proposal: string
  dispatch: string
  /** The version in force, or the one on offer while the dispatch is in preparation. */
  plan: string
  /** A second version on offer beside it. */
  nextPlan: string
  yesOfClient: string
  yesOfSupporter: string
  nextOfClient: string
  nextOfSupporter: string
  /** Yesterday's visit, held. */
  held: string
  /** A visit three days from now. */
  coming: string
}

/** How far a chain has come. Each step includes those before it. */
export type Reach = 'signed' | 'registered' | 'willing' | 'consented' | 'offered' | 'active' | 'reoffered'

const reaches: Reach[] = ['signed', 'registered', 'willing', 'consented', 'offered', 'active', 'reoffered']

export const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
let count = 0

/** Writes a course, a consent text with two items, and a received provision from one body to another. */
export async function makeGround(database: TestDatabase, bodies: { giver: string; taker: string }): Promise<Ground> {
  const ground = {
    ...bodies, course: randomUUID(), session: randomUUID(), text: randomUUID(), provision: randomUUID(),
  }
  await writeRows(database, groundRows(ground))
  return ground
}

function groundRows({ giver, taker, course, session, text, provision }: Ground): Rows {
  count += 1
  return [
    ['course', { id: course, body_id: giver, fiscal_year: 2026, kind: 'supporter', state: 'finished' }],
    ['course_session', {
      id: session, body_id: giver, course_id: course, kind: 'lecture', day: '2026-06-01',
      starts_at: '2026-06-01T00:30:00Z', ends_at: '2026-06-01T02:00:00Z',
    }],
    ['consent_text', { id: text, body_id: giver, no: 900 + count, body: demoConsentText.wording, in_force_from: '2026-04-01' }],
    ['explanation_item', { text_id: text, body_id: giver, no: 1 }],
    ['explanation_item', { text_id: text, body_id: giver, no: 2 }],
    ['provision', {
      id: provision, body_id: giver, recipient_id: taker, fiscal_year: 2026, no: 900 + count, state: 'received',
      delivered_at: '2026-06-10T00:00:00Z', terms_accepted_at: '2026-06-11T00:00:00Z', expires_on: '2027-03-31',
    }],
    ['provision_item', { provision_id: provision, body_id: giver, recipient_id: taker, item: 'phone' }],
  ]
}

/** Writes `many` chains that have come as far as `reach`. */
export async function makeChains(database: TestDatabase, ground: Ground, many: number, reach: Reach): Promise<Chain[]> {
  const chains = Array.from({ length: many }, () => idsOf(ground))
  const upTo = reaches.slice(0, reaches.indexOf(reach) + 1)
  const rows = chains.flatMap((chain) => {
    count += 1
    return upTo.flatMap((step) => steps[step](chain, count, reach))
  })
  await writeRows(database, rows)
  return chains
}

/** One chain; see `makeChains`. */
export async function makeChain(database: TestDatabase, ground: Ground, reach: Reach): Promise<Chain> {
  return (await makeChains(database, ground, 1, reach))[0]!
}

function idsOf(ground: Ground): Chain {
  const names = [
    'person', 'application', 'completion', 'consent', 'entry', 'handed', 'reconfirmation', 'kase', 'request', 'party',
    'coordination', 'card', 'proposal', 'dispatch', 'plan', 'nextPlan', 'yesOfClient', 'yesOfSupporter', 'nextOfClient',
    'nextOfSupporter', 'held', 'coming',
  ]
  const ids = Object.fromEntries(names.map((name) => [name, randomUUID()]))
  return { ...ground, ...ids, cardHash: hash(randomBytes(32).toString('hex')) } as Chain
}

type Step = (chain: Chain, no: number, reach: Reach) => Rows

const name = { name: '見本 花子', kana: 'ミホン ハナコ', kana_sort: 'みほん はなこ', name_search: '見本花子' }

const steps: Record<Reach, Step> = { signed, registered, willing, consented, offered, active, reoffered }

function signed(c: Chain, no: number): Rows {
  const own = { body_id: c.giver, person_id: c.person }
  return [
    ['person', { id: c.person, login_email: `s${no}@mihon.example.jp`, display_name: `見本 ${no}` }],
    ['account', { person_id: c.person }],
    ['supporter', { person_id: c.person }],
    ['application', {
      id: c.application, course_id: c.course, receipt_fy: 2026, receipt_no: no + 1000, state: 'completed', ...own,
    }],
    ['completion', { id: c.completion, application_id: c.application, completed_on: '2026-06-01', ...own }],
    ['roster_consent', {
      id: c.consent, text_id: c.text, state: 'signed', explained_at: '2026-06-02T00:00:00Z',
      chosen_at: '2026-06-02T00:04:00Z', signed_at: '2026-06-02T00:05:00Z', method: 'drawn', allow_phone: true, ...own,
    }],
    ['roster_consent_recipient', { consent_id: c.consent, recipient_id: c.taker }],
    ['explanation_ack', { consent_id: c.consent, item_no: 1, ...own }],
    ['explanation_ack', { consent_id: c.consent, item_no: 2, ...own }],
  ]
}

function registered(c: Chain, no: number): Rows {
  return [
    ['roster_entry', {
      id: c.entry, body_id: c.giver, person_id: c.person, completion_id: c.completion, consent_id: c.consent,
      fiscal_year: 2026, registration_no: no + 1000, state: 'active', valid_from: '2026-06-03', valid_to: '2027-03-31',
      working_name: 'はな', ...name,
    }],
  ]
}

function willing(c: Chain): Rows {
  const said = { reconfirmation_id: c.reconfirmation, body_id: c.taker, person_id: c.person }
  return [
    ['provision_entry', {
      id: c.handed, provision_id: c.provision, body_id: c.giver, recipient_id: c.taker, roster_entry_id: c.entry,
      person_id: c.person, released_at: '2026-06-10T00:00:00Z',
    }],
    ['provision_profile', {
      entry_id: c.handed, recipient_id: c.taker, person_id: c.person, home_area: 'あおば市',
      phone_enc: sealField('provision_profile.phone', c.handed, '000-0000-0001'), ...name,
    }],
    ['reconfirmation', {
      id: c.reconfirmation, body_id: c.taker, person_id: c.person, provision_entry_id: c.handed, fiscal_year: 2026,
      state: 'willing', answered_at: '2026-06-20T00:00:00Z', channel: 'link',
    }],
    ['reconfirmation_area', { area: '北区', ...said }],
    ['reconfirmation_slot', { weekday: 2, part: 'afternoon', ...said }],
    ['reconfirmation_step', { ladder: 6, ...said }],
    ['insurance_cover', { body_id: c.taker, person_id: c.person, starts_on: '2026-04-01', ends_on: '2027-03-31' }],
  ]
}

function consented(c: Chain, no: number): Rows {
  const of = { body_id: c.taker, request_id: c.request }
  return [
    ['dispatch_request', {
      id: c.request, body_id: c.taker, case_id: c.kase, receipt_fy: 2026, receipt_no: no + 1000, wish: 'person',
      ladder_max: 6, area: '北区', state: 'coordinating', received_at: '2026-10-01T00:00:00Z',
      consented_at: '2026-10-02T00:00:00Z', coordination_started_at: '2026-10-02T00:01:00Z',
    }],
    ['dispatch_party', { id: c.party, kind: 'person', call_name: 'そら', ...of }],
    ['dispatch_party_private', { party_id: c.party, body_id: c.taker }],
    ['coordination_consent', { id: c.coordination, party_id: c.party, given_at: '2026-10-02T00:00:00Z', method: 'card', ...of }],
    ['client_card', { id: c.card, party_id: c.party, token_hash: c.cardHash, expires_on: '2027-03-31', ...of }],
  ]
}

/** A dispatch in preparation with its first version on offer: the client has agreed, the supporter has not answered. */
function offered(c: Chain, no: number, reach: Reach): Rows {
  const running = reach !== 'offered'
  const of = { body_id: c.taker, dispatch_id: c.dispatch }
  const yes = { state: 'agreed', content_hash: hash('plan'), decided_at: '2026-11-01T00:00:00Z', method: 'link' }
  return [
    ['dispatch', {
      id: c.dispatch, body_id: c.taker, request_id: c.request, kind: 'client', fiscal_year: 2026, no: no + 1000,
      state: running ? 'active' : 'preparing', current_version_id: running ? c.plan : null,
      started_on: running ? '2026-11-02' : null,
    }],
    ['dispatch_supporter', { person_id: c.person, roster_entry_id: c.entry, ...of }],
    ['plan_version', planRow(c, { id: c.plan, no: 1, state: running ? 'agreed' : 'offered', content_hash: hash('plan') })],
    ['agreement', { id: c.yesOfClient, plan_version_id: c.plan, party_id: c.party, ...of, ...yes }],
    ['agreement', { id: c.yesOfSupporter, plan_version_id: c.plan, person_id: c.person, ...of, ...(running ? yes : {}) }],
  ]
}

function planRow(c: Chain, row: Record<string, unknown>) {
  return {
    body_id: c.taker, dispatch_id: c.dispatch, period_from: '2026-10-01', period_to: '2027-03-31', ladder: 6,
    purpose: '話し相手', plan_text: '月2回', content_text: '散歩', ...row,
  }
}

function active(c: Chain): Rows {
  return [
    ...visitRows(c, { id: c.held, state: 'held', outcome: 'met', from: '2026-11-20T05:00:00Z', to: '2026-11-20T06:00:00Z' }),
    ...visitRows(c, { id: c.coming, state: 'scheduled', from: '2026-11-24T05:00:00Z', to: '2026-11-24T06:00:00Z' }),
  ]
}

function visitRows(c: Chain, visit: { id: string; state: string; outcome?: string; from: string; to: string }): Rows {
  const { id, state, outcome = null, from, to } = visit
  const times = { body_id: c.taker, starts_at: from, ends_at: to, live: true }
  return [
    ['visit', { id, dispatch_id: c.dispatch, plan_version_id: c.plan, state, outcome, day: from.slice(0, 10), ...times }],
    ['visit_supporter', { visit_id: id, person_id: c.person, ...times }],
    ['visit_client', { visit_id: id, party_id: c.party, body_id: c.taker }],
  ]
}

/** A second version on offer beside the one in force; nobody has answered yet. */
function reoffered(c: Chain): Rows {
  const of = { body_id: c.taker, dispatch_id: c.dispatch, plan_version_id: c.nextPlan }
  return [
    ['plan_version', planRow(c, { id: c.nextPlan, no: 2, state: 'offered', plan_text: '月3回', content_hash: hash('next') })],
    ['agreement', { id: c.nextOfClient, party_id: c.party, ...of }],
    ['agreement', { id: c.nextOfSupporter, person_id: c.person, ...of }],
  ]
}
