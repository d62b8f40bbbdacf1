import type { Action } from '#app/access/actions.ts'
import type { Hat } from './matrix.ts'

/** By which act each hat reads the rows of a table; a hat that is not named reads none of them. */
export interface Reading {
  /** Rows of the table `t` that are meant, where a table holds several kinds. */
  only?: string
  /** What the table must be joined with to know whose a row is. */
  join?: string
  /** Columns that say whose a row is, where the table's own do not: body_id, recipient_id, person_id, … */
  facts?: string
  by: Partial<Record<Hat, Action>>
  /** Hats to whom row-level security shows less than the policy would allow, and why. */
  less?: Partial<Record<Hat, string>>
}

const training: Reading['by'] = { trainer: 'application.view', roster: 'application.view', supporter: 'application.view' }
const certificates: Reading['by'] = { trainer: 'certificate.view', roster: 'certificate.view', supporter: 'certificate.view' }
const announced: Reading['by'] = { visitor: 'course.view', supporter: 'course.view', trainer: 'course.manage', roster: 'application.view' }
const consent: Reading['by'] = { roster: 'consent.view', supporter: 'consent.view' }
const provided: Reading['by'] = { roster: 'provision.view', dispatch: 'provision.open', supporter: 'roster.view' }
const asked: Reading['by'] = { dispatch: 'reconfirmation.view', supporter: 'reconfirmation.view', link: 'reconfirmation.view' }
const ofCase: Reading = { by: { coordinator: 'case.view' } }
const request: Reading['by'] = { dispatch: 'request.view', coordinator: 'request.view', card: 'request.view' }
const requestDesk: Reading['by'] = { dispatch: 'request.view', coordinator: 'request.view' }
const visit: Reading['by'] = { dispatch: 'visit.view', coordinator: 'visit.view', supporter: 'report.write', card: 'visit.view' }
const report: Reading['by'] = { dispatch: 'report.view', coordinator: 'report.view', supporter: 'report.view' }
const plan: Reading['by'] = { dispatch: 'plan.view', coordinator: 'plan.view', supporter: 'plan.view', card: 'plan.view' }
const incident: Reading['by'] = { dispatch: 'incident.view', coordinator: 'incident.view', supporter: 'incident.view' }

const ownBodyOnly = 'what a request says of the person stays within the body that received it'
const reportOf = 'join report r on r.id = t.report_id'
const visitOf = 'join visit v on v.id = t.visit_id'
const contactOf = 'join contact c on c.id = t.contact_id'
const personCase = 'join case_person c on c.id = t.case_person_id'
const incidentOf = 'join incident i on i.id = t.incident_id'
const consentOf = 'join roster_consent c on c.id = t.consent_id'
const textReaders: Reading['by'] = { visitor: 'course.view', supporter: 'course.view', roster: 'consent.view' }
const paper = (kind: string, by: Reading['by'], less?: Reading['less']): Reading => ({ only: `t.kind = '${kind}'`, by, less })

/** Every table with personal data or decisions, and by which act each hat reads it. */
export const readings: Record<string, Reading> = {
  course: { by: announced },
  course_session: { by: announced },
  application: { by: training },
  application_private: { join: 'join application a on a.id = t.application_id', facts: 'a.body_id, a.person_id', by: training },
  attendance: { join: 'join application a on a.id = t.application_id', facts: 'a.body_id, a.person_id', by: training },
  completion: { by: certificates },
  certificate: { by: certificates },
  consent_text: { by: textReaders },
  explanation_item: { by: textReaders },
  roster_consent: { by: consent },
  roster_consent_recipient: { join: consentOf, facts: 'c.body_id, c.person_id', by: consent },
  explanation_ack: { by: consent },
  consent_paper: { by: consent },
  'signature of a consent': { only: 't.roster_consent_id is not null', join: 'join roster_consent c on c.id = t.roster_consent_id', facts: 'c.body_id, c.person_id', by: consent },
  'signature of an agreement': {
    only: 't.agreement_id is not null', join: 'join agreement a on a.id = t.agreement_id', facts: 'a.body_id, a.person_id, a.dispatch_id',
    by: { dispatch: 'plan.view', supporter: 'agreement.answer', card: 'agreement.answer' },
  },
  roster_entry: { by: { roster: 'roster.view', supporter: 'roster.view' } },
  provision: { join: 'join provision_entry e on e.provision_id = t.id', facts: 't.body_id, t.recipient_id, e.person_id', by: provided },
  provision_entry: { by: provided },
  provision_profile: { join: 'join provision_entry e on e.id = t.entry_id', facts: 'e.body_id, t.recipient_id, t.person_id', by: provided },
  provision_item: { by: { roster: 'provision.view', dispatch: 'provision.open' } },
  reconfirmation: { by: asked },
  reconfirmation_area: { by: asked },
  reconfirmation_slot: { by: asked },
  reconfirmation_step: { by: asked },
  support_case: { facts: 't.body_id, t.id as case_id', by: { coordinator: 'case.list' } },
  case_assignment: { by: { coordinator: 'case.list' } },
  access_grant: { by: { coordinator: 'case.askAccess', auditor: 'audit.view' }, less: { coordinator: 'only what one asked for oneself' } },
  case_period: ofCase,
  case_person: ofCase,
  case_person_private: { join: personCase, facts: 'c.body_id, c.case_id', ...ofCase },
  contact_rule: ofCase,
  contact: ofCase,
  contact_version: { join: contactOf, facts: 'c.body_id, c.case_id', ...ofCase },
  contact_method: { join: contactOf, facts: 'c.body_id, c.case_id', ...ofCase },
  contact_partner: { join: contactOf, facts: 'c.body_id, c.case_id', ...ofCase },
  hearing_sheet: ofCase,
  hearing_sheet_version: { join: 'join hearing_sheet c on c.id = t.sheet_id', facts: 'c.body_id, c.case_id', ...ofCase },
  dispatch_request: { facts: 't.body_id, t.id as request_id', by: request },
  request_slot: { by: requestDesk },
  request_avoid: { by: requestDesk, less: { coordinator: ownBodyOnly } },
  dispatch_party: {
    join: 'left join dispatch d on d.request_id = t.request_id', facts: 't.body_id, t.request_id, d.id as dispatch_id',
    by: { ...request, supporter: 'dispatch.view' }, less: { supporter: 'the name to use comes only when everybody has agreed' },
  },
  dispatch_party_private: {
    join: 'join dispatch_party p on p.id = t.party_id', facts: 't.body_id, p.request_id', by: requestDesk, less: { coordinator: ownBodyOnly },
  },
  coordination_consent: { by: request, less: { coordinator: ownBodyOnly } },
  client_card: { by: { dispatch: 'card.issue', coordinator: 'card.issue' }, less: { coordinator: ownBodyOnly } },
  candidate_search: { by: { dispatch: 'candidate.search' } },
  proposal: { by: { dispatch: 'proposal.view', coordinator: 'request.view', supporter: 'proposal.view' } },
  dispatch: {
    facts: 't.body_id, t.request_id, t.id as dispatch_id',
    by: { dispatch: 'dispatch.view', coordinator: 'dispatch.view', supporter: 'dispatch.view', card: 'dispatch.view' },
  },
  dispatch_supporter: { by: { dispatch: 'dispatch.view', coordinator: 'dispatch.view', supporter: 'report.view' } },
  plan_version: { by: plan },
  agreement: { by: { dispatch: 'plan.view', coordinator: 'plan.view', supporter: 'agreement.answer', card: 'agreement.answer' }, less: { card: 'the answers of supporters are shown by name, not as rows' } },
  insurance_cover: { by: { dispatch: 'cover.record', supporter: 'roster.view' } },
  visit: { join: 'join visit_supporter x on x.visit_id = t.id', facts: 't.body_id, t.dispatch_id, x.person_id', by: visit },
  visit_supporter: { join: visitOf, facts: 't.body_id, v.dispatch_id, t.person_id', by: { ...visit, card: undefined } },
  visit_client: { join: visitOf, facts: 't.body_id, v.dispatch_id', by: { ...visit, supporter: undefined } },
  visit_signal: { join: visitOf, facts: 't.body_id, v.dispatch_id, t.person_id', by: { ...visit, card: undefined } },
  report: { by: { ...report, card: 'report.readShared' } },
  report_shared: { join: reportOf, facts: 'r.body_id, r.dispatch_id, r.person_id', by: { ...report, card: 'report.readShared' } },
  report_private: { join: reportOf, facts: 'r.body_id, r.dispatch_id, r.person_id', by: report },
  advice: { join: reportOf, facts: 'r.body_id, r.dispatch_id, r.person_id', by: report },
  cost_claim: { join: reportOf, facts: 'r.body_id, r.dispatch_id, r.person_id', by: report },
  incident: { by: incident },
  incident_report: { join: incidentOf, facts: 'i.body_id, i.dispatch_id, t.recorded_by as person_id', by: incident },
  incident_call: { join: incidentOf, facts: 'i.body_id, i.dispatch_id', by: { ...incident, supporter: undefined } },
  stop_request: {
    by: { dispatch: 'stop.view', coordinator: 'stop.view', card: 'stop.view' },
    less: { card: 'a stop that others passed on is shown by its effect' },
  },
  task: { by: { dispatch: 'today.view', coordinator: 'today.view' } },
  'document: completionCertificate': paper('completionCertificate', certificates),
  'document: rosterConsent': paper('rosterConsent', consent),
  'document: provisionList': paper('provisionList', { roster: 'provision.view', dispatch: 'provision.open' }),
  'document: agreedPlan': paper('agreedPlan', plan),
  'document: incidentReport': paper('incidentReport', { dispatch: 'incident.view', coordinator: 'incident.view' }),
  outbox: { by: { trainer: 'mail.view', roster: 'mail.view', dispatch: 'mail.view', coordinator: 'mail.view', admin: 'mail.view' } },
  audit_log: { facts: 't.chain as body_id', by: { auditor: 'audit.view' } },
  audit_detail: { facts: 't.chain as body_id', by: { auditor: 'audit.view' } },
}

/** Tables that are not compared, and why. */
export const apart: Record<string, string[]> = {
  'everybody may read them: who runs what, and how a desk is reached': ['body', 'programme', 'setting_version'],
  'whoever works or acts in the body has them at hand': ['contact_tree_version', 'contact_tree_step'],
  'administration has no screen and no act yet': ['contract', 'contract_part', 'membership'],
  'login and machinery, no hat': [
    'account', 'draft', 'idempotency', 'job_run', 'link_token', 'login_bucket', 'number_series', 'person', 'session', 'stored_file',
    'audit_checked', 'audit_head', 'supporter', 'supporter_avoid', '_prisma_migrations',
  ],
}
