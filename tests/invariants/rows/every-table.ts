import { randomUUID } from 'node:crypto'
import { sealField } from '#app/platform/fields.server.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { type Chain, hash } from './chain.ts'
import { type Rows, writeRows } from './write.ts'

/** Who stands in a chain's rows as staff: the coordinator in charge of the case, and the officer. */
export interface Desk {
  coordinator: string
  officer: string
}

/** The rows of one chain in the tables that no chain needs by itself; their ids by what they are. */
export interface Surroundings {
  certificate: string
  contact: string
  report: string
  incident: string
  document: string
  stop: string
  sheet: string
}

/** Gives a chain a row in every table that it has none in yet. */
export async function surround(database: TestDatabase, one: Chain, desk: Desk): Promise<Surroundings> {
  const made: Surroundings = {
    certificate: randomUUID(), contact: randomUUID(), report: randomUUID(), incident: randomUUID(), document: randomUUID(),
    stop: randomUUID(), sheet: randomUUID(),
  }
  await writeRows(database, [
    ...training(one, made), ...cases(one, made, desk), ...dispatching(one, desk), ...activity(one, made, desk),
    ...safety(one, made, desk), ...machinery(one, made),
  ])
  return made
}

const happened = { summary: '転んだ', firstResponse: '手当て', presentState: '痛みはない', cause: null, prevention: null }

let count = 0
const nextNo = () => (count += 1)

function training(c: Chain, made: Surroundings): Rows {
  const file = Buffer.from(`file of ${c.person}`)
  const own = { body_id: c.giver, person_id: c.person }
  const certificate = randomUUID()
  return [
    ['course_session', {
      body_id: c.giver, course_id: c.course, makes_up_for: c.session, kind: 'lecture', day: '2026-06-08',
      starts_at: '2026-06-08T00:30:00Z', ends_at: '2026-06-08T02:00:00Z',
    }],
    ['document', paper(c.giver, 'completionCertificate', { id: certificate, certificate_id: made.certificate, person_id: c.person })],
    ['document', paper(c.giver, 'rosterConsent', { roster_consent_id: c.consent, person_id: c.person })],
    ['document', paper(c.giver, 'provisionList', { provision_id: c.provision, recipient_id: c.taker })],
    ['supporter_avoid', { person_id: c.person, kind: 'person' }],
    ['application_private', { application_id: c.application, body_id: c.giver }],
    ['attendance', { body_id: c.giver, session_id: c.session, application_id: c.application, status: 'present' }],
    ['certificate', {
      id: made.certificate, completion_id: c.completion, fiscal_year: 2026, no: nextNo(), state: 'issued', check_code: c.person,
      document_id: certificate, ...own,
    }],
    ['stored_file', { sha256: hash(file.toString()), size: file.length, mime: 'application/pdf', bytes: file }],
    ['consent_paper', { consent_id: c.consent, file_sha256: hash(file.toString()), ...own }],
    ['signature', { body_id: c.giver, roster_consent_id: c.consent, method: 'drawn', record_hash: hash('record') }],
  ]
}

function paper(body: string, kind: string, about: object) {
  const id = randomUUID()
  return { id, body_id: body, kind, fiscal_year: 2026, no: nextNo(), check_code: id, ...about }
}

function cases(c: Chain, made: Surroundings, desk: Desk): Rows {
  const of = { body_id: c.taker, case_id: c.kase }
  const [person, { contact, sheet }] = [randomUUID(), made]
  return [
    ['support_case', { id: c.kase, body_id: c.taker, fiscal_year: 2026, no: nextNo(), alias: 'そら', state: 'open' }],
    ['case_period', { ...of }],
    ['case_person', { id: person, relation: 'self', call_name: 'そら', ...of }],
    ['case_person_private', { case_person_id: person, body_id: c.taker, phone_bidx: hash('phone') }],
    ['contact_rule', { rule: 'noVoicemail', case_person_id: person, ...of }],
    ['case_assignment', { person_id: desk.coordinator, starts_on: '2026-10-01', ...of }],
    ['access_grant', {
      person_id: desk.coordinator, reason: '担当が休みのため、前の約束を確かめる必要があります。', granted_at: '2026-11-01T00:00:00Z',
      expires_at: '2026-11-01T00:59:00Z', ...of,
    }],
    ['contact', { id: contact, ...of }],
    ['contact_version', {
      contact_id: contact, no: 1, body_id: c.taker, held_at: '2026-11-20T01:00:00Z', day: '2026-11-20', fiscal_year: 2026,
      kind: 'consultation', recorded_by: desk.coordinator,
    }],
    ['contact_method', { contact_id: contact, no: 1, body_id: c.taker, code: 'phone' }],
    ['contact_partner', { contact_id: contact, no: 1, body_id: c.taker, code: 'mother' }],
    ['hearing_sheet', { id: sheet, no: 1, ...of }],
    ['hearing_sheet_version', { sheet_id: sheet, no: 1, body_id: c.taker, state: 's2', recorded_by: desk.coordinator }],
  ]
}

function dispatching(c: Chain, desk: Desk): Rows {
  const of = { body_id: c.taker, request_id: c.request }
  return [
    ['request_slot', { weekday: 2, part: 'afternoon', ...of }],
    ['request_avoid', { kind: 'person', ...of }],
    ['candidate_search', { searched_by: desk.officer, ...of }],
    ['proposal', { id: c.proposal, person_id: c.person, reconfirmation_id: c.reconfirmation, state: 'interested', ...of }],
    ['signature', { body_id: c.taker, agreement_id: c.yesOfClient, method: 'drawn', record_hash: hash('record') }],
  ]
}

function activity(c: Chain, made: Surroundings, desk: Desk): Rows {
  const of = { body_id: c.taker, report_id: made.report }
  const advice = randomUUID()
  return [
    ['visit_signal', { visit_id: c.held, person_id: c.person, body_id: c.taker, kind: 'arrive' }],
    ['report', { id: made.report, body_id: c.taker, dispatch_id: c.dispatch, visit_id: c.held, person_id: c.person, state: 'submitted', answer_due_on: '2026-12-01' }],
    ['report_shared', { no: 1, text_enc: sealField('report_shared.text', `${made.report}:1`, 'お茶を飲みました'), ...of }],
    ['report_private', { no: 1, ...of }],
    ['advice', { id: advice, given_by: desk.officer, text_enc: sealField('advice.text', advice, 'ありがとうございます'), ...of }],
    ['cost_claim', { person_id: c.person, kind: 'transport', amount_yen: 420, ...of }],
  ]
}

function safety(c: Chain, made: Surroundings, desk: Desk): Rows {
  const tree = randomUUID()
  return [
    ['contact_tree_version', { id: tree, body_id: c.taker, no: nextNo() }],
    ['contact_tree_step', { version_id: tree, body_id: c.taker, step_no: 1 }],
    ['incident', {
      id: made.incident, body_id: c.taker, fiscal_year: 2026, no: nextNo(), dispatch_id: c.dispatch, visit_id: c.held,
      person_id: c.person, kind: 'injury', severity: 'light', state: 'firstReport',
    }],
    ['incident_report', {
      incident_id: made.incident, no: 1, body_id: c.taker, stage: 'first', recorded_by: c.person,
      text_enc: sealField('incident_report.text', `${made.incident}/1`, JSON.stringify(happened)),
    }],
    ['incident_call', { incident_id: made.incident, body_id: c.taker, step_no: 1, recorded_by: desk.officer }],
    // a stop without its effect: only the row is wanted here
    ['stop_request', { id: made.stop, body_id: c.taker, request_id: c.request, dispatch_id: c.dispatch, party_id: c.party, channel: 'card' }],
    ['task', { body_id: c.taker, kind: 'stop.followUp', stop_request_id: made.stop, request_id: c.request }],
    ['task', { body_id: c.taker, kind: 'report.answer', report_id: made.report }],
    ['task', { body_id: c.taker, kind: 'incident.followUp', incident_id: made.incident }],
  ]
}

function machinery(c: Chain, made: Surroundings): Rows {
  const contract = randomUUID()
  return [
    ['contract', { id: contract, body_id: c.taker, contractor_id: c.giver, starts_on: '2025-04-01', ends_on: '2026-03-31' }],
    ['contract_part', { contract_id: contract, body_id: c.taker, programme_kind: 'dispatch' }],
    ['membership', { body_id: c.taker, person_id: c.person, contract_id: contract, role: 'admin', starts_on: '2025-04-01', ends_on: '2026-03-31' }],
    ['document', paper(c.taker, 'agreedPlan', { id: made.document, dispatch_id: c.dispatch, plan_version_id: c.plan })],
    ['document', paper(c.taker, 'incidentReport', { incident_id: made.incident, dispatch_id: c.dispatch })],
    ['setting_version', { body_id: c.taker, key: `test.${nextNo()}`, no: 1 }],
    ['number_series', { body_id: c.taker, kind: `test${nextNo()}`, fiscal_year: 2026 }],
    ['outbox', { body_id: c.taker, dispatch_id: c.dispatch, kind: 'visit.reminder', dedupe_key: c.dispatch }],
    ['outbox', { body_id: c.taker, request_id: c.request, kind: 'proposal.sent', dedupe_key: c.request }],
    ['link_token', { body_id: c.taker, purpose: 'reconfirmation.answer', token_hash: hash(c.card), person_id: c.person }],
    ['session', { id_hash: hash(c.person), person_id: c.person }],
    ['draft', { owner_key: hash(c.person), form: 'report' }],
    ['login_bucket', { key: c.person }],
    ['idempotency', { key: randomUUID() }],
    ['job_run', { name: c.person }],
  ]
}
