// The chain from the application to the stop, each step by the role that does it and by nobody else's grants.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, setDatabaseClock, type TestDatabase } from '#tests/setup/database.ts'
import { audit, id, insert, secret, type Sql } from './doors.ts'
import { makeTown, type Town } from './town.ts'

const morning = new Date('2026-11-21T01:00:00Z')
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)
const sealed = Buffer.from('sealed')

let database: TestDatabase
let town: Town
let supporter: string
const row = {
  course: id(), session: id(), application: id(), completion: id(), certificate: id(), text: id(), consent: id(),
  entry: id(), provision: id(), handed: id(), reconfirmation: id(), request: id(), party: id(), proposal: id(),
  dispatch: id(), plan: id(), visit: id(), report: id(), incident: id(), kase: id(), planDocument: id(),
}
const card = secret()
const confirmLink = secret()
const answerLink = secret()

async function nextNo(sql: Sql, body: string, kind: string): Promise<number> {
  const [row] = await sql<{ no: number }>('select app.next_no($1, $2, 2026) as no', [body, kind])
  return row!.no
}

async function moveClock(minutes: number): Promise<void> {
  await setDatabaseClock(database, later(minutes))
}

beforeAll(async () => {
  database = await openTestDatabase()
  town = await makeTown(database)
  await moveClock(0)
})
afterAll(() => database.close())

describe('training', () => {
  it('a trainer announces a course and a visitor applies for it', async () => {
    await town.as.trainer(async (sql) => {
      await insert(sql, 'course', { id: row.course, body_id: town.pref, fiscal_year: 2026, kind: 'supporter', title: '養成研修', state: 'open' })
      await insert(sql, 'course_session', {
        id: row.session, body_id: town.pref, course_id: row.course, kind: 'lecture', starts_at: later(0), ends_at: later(90), day: '2026-11-21',
      })
      await audit(sql, 'course.open', 'course', row.course)
    })
    await town.doors.visitor(async (sql) => {
      expect(await sql('select id from course_session')).toHaveLength(1)
      const no = await nextNo(sql, town.pref, 'application')
      await insert(sql, 'application', {
        id: row.application, body_id: town.pref, course_id: row.course, receipt_fy: 2026, receipt_no: no,
        name: '見本 花子', kana: 'ミホン ハナコ', state: 'submitted',
      })
      await insert(sql, 'application_private', { application_id: row.application, body_id: town.pref, email_enc: sealed })
      await insert(sql, 'link_token', {
        id: id(), body_id: town.pref, purpose: 'application.confirm', token_hash: confirmLink,
        application_id: row.application, expires_at: later(1440),
      })
      await insert(sql, 'outbox', { id: id(), body_id: town.pref, kind: 'training.applicationReceived', dedupe_key: 'a', payload_enc: sealed })
      await audit(sql, 'application.submit', 'application', row.application, town.pref)
    })
  })

  it('the mailed link confirms it and opens an account, once', async () => {
    await town.doors.link(confirmLink, 'application.confirm')(async (sql) => {
      const [seen] = await sql<{ name: string }>('select name from app.link_application($1)', [confirmLink])
      expect(seen?.name).toBe('見本 花子')
      const [made] = await sql<{ person_id: string; is_new: boolean }>(
        'select * from app.confirm_application($1, $2, $3, $4)', [confirmLink, id(), 'hanako@mail.example.jp', 'hash'],
      )
      expect(made?.is_new).toBe(true)
      supporter = made!.person_id
      await audit(sql, 'application.confirm', 'application', row.application, town.pref)
    })
    await expect(town.doors.link(confirmLink, 'application.confirm')(async () => {})).rejects.toMatchObject({ code: 'YN143' })
  })

  it('a trainer notes attendance and completion and issues a certificate, which its owner sees', async () => {
    await town.as.trainer(async (sql) => {
      await sql(`update application set state = 'completed', version = version + 1 where id = $1`, [row.application])
      await insert(sql, 'attendance', { id: id(), body_id: town.pref, session_id: row.session, application_id: row.application, status: 'present' })
      await insert(sql, 'completion', { id: row.completion, body_id: town.pref, person_id: supporter, application_id: row.application, completed_on: '2026-11-21' })
      const no = await nextNo(sql, town.pref, 'certificate')
      await insert(sql, 'certificate', {
        id: row.certificate, body_id: town.pref, completion_id: row.completion, person_id: supporter, fiscal_year: 2026, no,
        state: 'issued', check_code: 'CERT-1', issued_on: '2026-11-21',
      })
      await insert(sql, 'document', {
        id: id(), body_id: town.pref, kind: 'completionCertificate', fiscal_year: 2026, no, template_version: 1,
        fingerprint: sealed, check_code: 'CERT-1', certificate_id: row.certificate, person_id: supporter,
      })
      await audit(sql, 'certificate.issue', 'certificate', row.certificate)
    })
    await town.doors.supporter(supporter)(async (sql) => {
      expect(await sql('select id from certificate')).toHaveLength(1)
      expect(await sql('select id from document')).toHaveLength(1)
    })
    const [checked] = await town.doors.visitor((sql) => sql(`select body_name, voided from app.check_document('CERT-1')`))
    expect(checked).toEqual({ body_name: 'みどり県', voided: false })
  })
})

describe('consent and roster', () => {
  it('somebody reads the text alone, chooses, and signs after the last item', async () => {
    await town.as.roster(async (sql) => {
      await insert(sql, 'consent_text', {
        id: row.text, body_id: town.pref, no: 1, title: '登録同意書', body: '[]', sha256: sealed, in_force_from: '2026-04-01',
      })
      for (const no of [1, 2]) await insert(sql, 'explanation_item', { text_id: row.text, body_id: town.pref, no, title: '項目', text: '説明' })
      await audit(sql, 'consentText.write', 'consent_text', row.text)
    })
    const own = town.doors.supporter(supporter)
    await own(async (sql) => {
      await insert(sql, 'roster_consent', { id: row.consent, body_id: town.pref, person_id: supporter, text_id: row.text, state: 'explained' })
      await insert(sql, 'roster_consent_recipient', { consent_id: row.consent, recipient_id: town.city })
      for (const no of [1, 2]) {
        await insert(sql, 'explanation_ack', { consent_id: row.consent, body_id: town.pref, person_id: supporter, item_no: no })
      }
      await sql('update roster_consent set explained_at = app.now(), chosen_at = app.now(), allow_phone = true where id = $1', [row.consent])
      await audit(sql, 'consent.read', 'roster_consent', row.consent, town.pref)
    })
    await moveClock(1)
    await own(async (sql) => {
      await sql(`update roster_consent set state = 'signed', signed_at = app.now(), method = 'drawn', version = version + 1 where id = $1`, [row.consent])
      await insert(sql, 'signature', {
        id: id(), body_id: town.pref, roster_consent_id: row.consent, method: 'drawn', strokes_enc: sealed, record: '{}', record_hash: sealed,
      })
      const no = await nextNo(sql, town.pref, 'rosterConsent')
      await insert(sql, 'document', {
        id: id(), body_id: town.pref, kind: 'rosterConsent', fiscal_year: 2026, no, template_version: 1, fingerprint: sealed,
        check_code: 'CONSENT-1', roster_consent_id: row.consent, person_id: supporter,
      })
      await audit(sql, 'consent.sign', 'roster_consent', row.consent, town.pref)
    })
  })

  it('the roster officer enters and provides, the municipality accepts and asks', async () => {
    await town.as.roster(async (sql) => {
      const person = { name: '見本 花子', kana: 'ミホン ハナコ', kana_sort: 'みほん はなこ', name_search: '見本花子' }
      await insert(sql, 'roster_entry', {
        id: row.entry, body_id: town.pref, person_id: supporter, completion_id: row.completion, consent_id: row.consent, fiscal_year: 2026,
        registration_no: await nextNo(sql, town.pref, 'registration'), state: 'active', valid_from: '2026-11-21', valid_to: '2027-03-31',
        working_name: 'はなこ', ...person,
      })
      await insert(sql, 'provision', {
        id: row.provision, body_id: town.pref, recipient_id: town.city, fiscal_year: 2026, no: await nextNo(sql, town.pref, 'provision'),
        purpose: '派遣調整', state: 'prepared', expires_on: '2027-03-31',
      })
      await insert(sql, 'provision_entry', {
        id: row.handed, provision_id: row.provision, body_id: town.pref, recipient_id: town.city, roster_entry_id: row.entry, person_id: supporter,
      })
      await insert(sql, 'provision_profile', {
        entry_id: row.handed, recipient_id: town.city, person_id: supporter, home_area: '121002', phone_enc: sealed, ...person,
      })
      await sql(`update provision set state = 'delivered', delivered_at = app.now() where id = $1`, [row.provision])
      await sql('update provision_entry set released_at = app.now() where provision_id = $1', [row.provision])
      await audit(sql, 'provision.deliver', 'provision', row.provision)
    })
    await town.as.officer(async (sql) => {
      await sql(`update provision set state = 'received', terms_accepted_at = app.now() where id = $1`, [row.provision])
      expect(await sql('select entry_id from provision_profile')).toHaveLength(1)
      await insert(sql, 'reconfirmation', {
        id: row.reconfirmation, body_id: town.city, person_id: supporter, provision_entry_id: row.handed, fiscal_year: 2026, state: 'asked',
      })
      await insert(sql, 'link_token', {
        id: id(), body_id: town.city, purpose: 'reconfirmation.answer', token_hash: answerLink, person_id: supporter,
        reconfirmation_id: row.reconfirmation, expires_at: later(1440),
      })
      await insert(sql, 'insurance_cover', { id: id(), body_id: town.city, person_id: supporter, starts_on: '2026-11-21', ends_on: '2027-03-31' })
      await audit(sql, 'reconfirmation.ask', 'reconfirmation', row.reconfirmation)
    })
  })

  it('the link answers for its person alone', async () => {
    await town.doors.link(answerLink, 'reconfirmation.answer')(async (sql) => {
      const [used] = await sql<{ reconfirmation_id: string }>(`select * from app.use_link($1, 'reconfirmation.answer')`, [answerLink])
      expect(used?.reconfirmation_id).toBe(row.reconfirmation)
      await sql('select app.hold_consent($1)', [row.reconfirmation])
      await sql(`update reconfirmation set state = 'willing', answered_at = app.now(), channel = 'link', version = version + 1 where id = $1`, [row.reconfirmation])
      const key = { reconfirmation_id: row.reconfirmation, body_id: town.city, person_id: supporter }
      await insert(sql, 'reconfirmation_area', { ...key, area: '121002-01' })
      await insert(sql, 'reconfirmation_slot', { ...key, weekday: 6, part: 'morning' })
      await insert(sql, 'reconfirmation_step', { ...key, ladder: 6 })
      await audit(sql, 'reconfirmation.answer', 'reconfirmation', row.reconfirmation, town.city)
    })
  })
})

describe('dispatch', () => {
  it('a coordinator opens a case and files the wish with a card', async () => {
    await town.as.coordinator(async (sql) => {
      const head = { body_id: town.city, case_id: row.kase }
      await insert(sql, 'support_case', {
        id: row.kase, body_id: town.city, fiscal_year: 2026, no: await nextNo(sql, town.city, 'case'), alias: 'A-1', state: 'open', opened_on: '2026-11-21',
      })
      await insert(sql, 'case_assignment', { id: id(), ...head, person_id: town.person.coordinator, starts_on: '2026-11-21' })
      await insert(sql, 'case_period', { id: id(), ...head, opened_on: '2026-11-21' })
      const self = id()
      await insert(sql, 'case_person', { id: self, ...head, relation: 'self', call_name: 'たろうさん' })
      await insert(sql, 'case_person_private', { case_person_id: self, body_id: town.city, name_enc: sealed })
      await insert(sql, 'contact_rule', { id: id(), ...head, rule: 'noVoicemail' })
      const [contact, sheet] = [id(), id()]
      await insert(sql, 'contact', { id: contact, ...head })
      await insert(sql, 'contact_version', {
        contact_id: contact, no: 1, body_id: town.city, held_at: morning, day: '2026-11-21', fiscal_year: 2026, kind: 'consultation', recorded_by: town.person.coordinator,
      })
      await insert(sql, 'contact_method', { contact_id: contact, no: 1, body_id: town.city, code: 'phone' })
      await insert(sql, 'contact_partner', { contact_id: contact, no: 1, body_id: town.city, code: 'person' })
      await insert(sql, 'hearing_sheet', { id: sheet, ...head, no: 1, due_on: '2026-11-21' })
      await insert(sql, 'hearing_sheet_version', { sheet_id: sheet, no: 1, body_id: town.city, state: 's1', recorded_by: town.person.coordinator })
      await insert(sql, 'dispatch_request', {
        id: row.request, ...head, receipt_fy: 2026, receipt_no: await nextNo(sql, town.city, 'request'), wish: 'person', ladder_max: 6, state: 'received',
      })
      await insert(sql, 'request_slot', { request_id: row.request, body_id: town.city, weekday: 6, part: 'morning' })
      await insert(sql, 'dispatch_party', { id: row.party, body_id: town.city, request_id: row.request, kind: 'person', call_name: 'たろうさん' })
      await insert(sql, 'dispatch_party_private', { party_id: row.party, body_id: town.city, name_enc: sealed })
      await insert(sql, 'client_card', {
        id: id(), body_id: town.city, request_id: row.request, party_id: row.party, token_hash: card, expires_on: '2027-03-31',
      })
      await audit(sql, 'request.receive', 'dispatch_request', row.request)
    })
    const seen = await town.as.otherCoordinator((sql) => sql('select id from case_person'))
    expect(seen).toEqual([])
  })

  it('the card consents, and the request moves by itself', async () => {
    await town.doors.card(card)(async (sql) => {
      await insert(sql, 'coordination_consent', {
        id: id(), body_id: town.city, request_id: row.request, party_id: row.party, given_at: later(1), method: 'card',
      })
      expect(await sql('select state from dispatch_request')).toEqual([{ state: 'consented' }])
      await audit(sql, 'coordination.consent', 'dispatch_request', row.request, town.city)
    })
  })

  it('the officer searches, proposes and prepares; the supporter is interested', async () => {
    await moveClock(2)
    await town.as.officer(async (sql) => {
      await sql(`update dispatch_request set state = 'coordinating', coordination_started_at = app.now() where id = $1`, [row.request])
      await insert(sql, 'candidate_search', { id: id(), body_id: town.city, request_id: row.request, searched_by: town.person.officer, criteria: '{}' })
      const found = await sql(`select person_id, working_name, areas, slots, steps, active_dispatches, near, free from app.candidates($1, 6, 'morning')`, [row.request])
      expect(found).toEqual([{
        person_id: supporter, working_name: '見本 花子', areas: ['121002-01'], slots: ['6:morning'], steps: [6],
        active_dispatches: 0, near: false, free: true,
      }])
      await insert(sql, 'proposal', {
        id: row.proposal, body_id: town.city, request_id: row.request, person_id: supporter, reconfirmation_id: row.reconfirmation, state: 'sent', sent_at: later(2),
      })
      await audit(sql, 'proposal.send', 'proposal', row.proposal)
    })
    await town.doors.supporter(supporter)(async (sql) => {
      await sql(`update proposal set state = 'interested', answered_at = app.now(), version = version + 1 where id = $1`, [row.proposal])
      await audit(sql, 'proposal.answer', 'proposal', row.proposal, town.city)
    })
    await town.as.officer(async (sql) => {
      await insert(sql, 'dispatch', {
        id: row.dispatch, body_id: town.city, request_id: row.request, kind: 'homeVisit', fiscal_year: 2026, no: await nextNo(sql, town.city, 'dispatch'), state: 'preparing',
      })
      await insert(sql, 'dispatch_supporter', { dispatch_id: row.dispatch, person_id: supporter, body_id: town.city, roster_entry_id: row.entry })
      await insert(sql, 'plan_version', {
        id: row.plan, body_id: town.city, dispatch_id: row.dispatch, no: 1, state: 'draft', purpose: '話し相手', plan_text: '月2回', content_text: '散歩',
        period_from: '2026-11-21', period_to: '2027-03-31',
      })
      await sql(`update plan_version set state = 'offered' where id = $1`, [row.plan])
      const offer = { body_id: town.city, dispatch_id: row.dispatch, plan_version_id: row.plan }
      await insert(sql, 'agreement', { id: id(), ...offer, party_id: row.party })
      await insert(sql, 'agreement', { id: id(), ...offer, person_id: supporter })
      await audit(sql, 'plan.offer', 'plan_version', row.plan)
    })
  })

  it('when the last of them has agreed the version is in force; the office begins', async () => {
    const agree = async (sql: Sql) => {
      await sql('select app.hold_dispatch($1)', [row.dispatch])
      await sql(
        `update agreement a set state = 'agreed', decided_at = app.now(), method = 'link', content_hash = v.content_hash
           from plan_version v where v.id = a.plan_version_id and a.state = 'pending'`,
      )
      await audit(sql, 'plan.agree', 'plan_version', row.plan, town.city)
    }
    await town.doors.card(card)(agree)
    expect(await database.owner.query('select state from plan_version')).toEqual([{ state: 'offered' }])
    await town.doors.supporter(supporter)(async (sql) => {
      await agree(sql)
      await insert(sql, 'document', {
        id: row.planDocument, body_id: town.city, kind: 'agreedPlan', fiscal_year: 2026, no: await nextNo(sql, town.city, 'agreedPlan'),
        template_version: 1, fingerprint: sealed, check_code: 'PLAN-1', dispatch_id: row.dispatch, plan_version_id: row.plan,
      })
      await audit(sql, 'document.issue', 'document', row.planDocument, town.city)
    })
    expect(await database.owner.query('select v.state, d.current_version_id from plan_version v join dispatch d on d.id = v.dispatch_id'))
      .toEqual([{ state: 'agreed', current_version_id: row.plan }])
    await town.as.officer(async (sql) => {
      await sql(`update dispatch set state = 'active', started_on = app.today(), version = version + 1 where id = $1`, [row.dispatch])
      await audit(sql, 'dispatch.begin', 'dispatch', row.dispatch)
    })
  })
})

describe('activity', () => {
  it('a visit is booked, signalled, held, reported, and answered by the coordinator', async () => {
    const times = { starts_at: later(60), ends_at: later(120) }
    await town.as.officer(async (sql) => {
      await insert(sql, 'visit', {
        id: row.visit, body_id: town.city, dispatch_id: row.dispatch, plan_version_id: row.plan, day: '2026-11-21', state: 'scheduled', ...times,
      })
      await insert(sql, 'visit_supporter', { visit_id: row.visit, person_id: supporter, body_id: town.city, live: true, ...times })
      await insert(sql, 'visit_client', { visit_id: row.visit, party_id: row.party, body_id: town.city })
      await insert(sql, 'outbox', { id: id(), body_id: town.city, dispatch_id: row.dispatch, kind: 'visit.reminder', dedupe_key: 'v' })
      await audit(sql, 'visit.book', 'visit', row.visit)
    })
    await moveClock(125)
    await town.doors.supporter(supporter)(async (sql) => {
      await insert(sql, 'visit_signal', { visit_id: row.visit, person_id: supporter, body_id: town.city, kind: 'arrive' })
      await sql(`update visit set state = 'held', outcome = 'met', version = version + 1 where id = $1`, [row.visit])
      const report = { report_id: row.report, no: 1, body_id: town.city }
      await insert(sql, 'report', {
        id: row.report, body_id: town.city, dispatch_id: row.dispatch, visit_id: row.visit, person_id: supporter, state: 'draft',
      })
      await insert(sql, 'report_shared', { ...report, text_enc: sealed })
      await insert(sql, 'report_private', { ...report, text_enc: sealed })
      await insert(sql, 'cost_claim', { id: id(), body_id: town.city, report_id: row.report, person_id: supporter, kind: 'bus', amount_yen: 420 })
      await sql(`update report set state = 'submitted', submitted_at = app.now(), answer_due_on = app.today() + 7, version = version + 1 where id = $1`, [row.report])
      await audit(sql, 'report.submit', 'report', row.report, town.city)
    })
    expect(await town.doors.card(card)((sql) => sql('select text_enc from report_shared'))).toHaveLength(1)
    await town.as.coordinator(async (sql) => {
      expect(await sql('select report_id from report_private')).toHaveLength(1)
      expect(await sql(`select due_on::text from task where kind = 'report.answer' and state = 'open'`)).toEqual([{ due_on: '2026-11-28' }])
      await insert(sql, 'advice', { id: id(), body_id: town.city, report_id: row.report, given_by: town.person.coordinator, text_enc: sealed })
      await sql(`update report set state = 'answered', version = version + 1 where id = $1`, [row.report])
      await audit(sql, 'report.answer', 'report', row.report)
    })
    expect(await town.as.officer((sql) => sql(`select id from task where state = 'open'`))).toEqual([])
  })

  it('an accident is reported by the supporter, puts the dispatch on hold and is followed up', async () => {
    await town.doors.supporter(supporter)(async (sql) => {
      await insert(sql, 'incident', {
        id: row.incident, body_id: town.city, fiscal_year: 2026, no: await nextNo(sql, town.city, 'incident'), dispatch_id: row.dispatch,
        person_id: supporter, kind: 'injury', severity: 'severe', occurred_at: later(100), state: 'firstReport', holds_dispatch: true,
      })
      await insert(sql, 'incident_report', { incident_id: row.incident, no: 1, body_id: town.city, stage: 'first', text_enc: sealed, recorded_by: supporter })
      await audit(sql, 'incident.report', 'incident', row.incident, town.city)
    })
    await town.as.coordinator(async (sql) => {
      expect(await sql('select state from dispatch')).toEqual([{ state: 'paused' }])
      await insert(sql, 'incident_call', {
        id: id(), incident_id: row.incident, body_id: town.city, step_no: 1, called_at: later(126), result: 'reached', recorded_by: town.person.coordinator,
      })
      await sql(`update incident set state = 'closed', version = version + 1 where id = $1`, [row.incident])
      await audit(sql, 'incident.close', 'incident', row.incident)
    })
    await town.as.officer(async (sql) => {
      await sql(`update dispatch set state = 'active', version = version + 1 where id = $1`, [row.dispatch])
      await audit(sql, 'dispatch.resume', 'dispatch', row.dispatch)
    })
  })

  it('the card says stop: one insert, and everything has stopped', async () => {
    await town.doors.card(card)((sql) =>
      insert(sql, 'stop_request', { id: id(), body_id: town.city, request_id: row.request, party_id: row.party, channel: 'card' }),
    )
    expect(await database.owner.query(
      `select d.state, r.state as request, (select count(*)::int from outbox where dispatch_id = d.id and state = 'queued' and kind = 'visit.reminder') as mail
         from dispatch d join dispatch_request r on r.id = d.request_id`,
    )).toEqual([{ state: 'stopped', request: 'closed', mail: 0 }])
    expect(await town.doors.supporter(supporter)((sql) => sql('select id from dispatch_party'))).toEqual([])
    expect(await town.as.officer((sql) => sql(`select kind from task where state = 'open'`))).toEqual([{ kind: 'stop.followUp' }])
  })
})

describe('machinery', () => {
  it('a job renders a document once and sends the mail; the readers of the document get its file', async () => {
    const bytes = Buffer.from('%PDF-1.7 example')
    const sha256 = createHash('sha256').update(bytes).digest()
    await town.doors.job(async (sql) => {
      await insert(sql, 'stored_file', { sha256, size: bytes.length, mime: 'application/pdf', bytes })
      await sql(`update document set state = 'ready', file_sha256 = $1, page_count = 1 where check_code = 'PLAN-1'`, [sha256])
      await sql(`update outbox set state = 'sending', lease_until = app.now() where state = 'queued'`)
      await sql(`update outbox set state = 'sent', sent_at = app.now(), payload_enc = null where state = 'sending'`)
      await audit(sql, 'document.render', 'document', row.planDocument, town.city)
    })
    const read = (sql: Sql) => sql('select octet_length(bytes) as size from stored_file')
    expect(await town.doors.card(card)(read)).toEqual([{ size: bytes.length }])
    expect(await town.as.coordinator(read)).toEqual([{ size: bytes.length }])
    expect(await town.as.trainer(read)).toEqual([])
  })

  it('the auditor reads the chain, and it holds', async () => {
    await town.as.auditor(async (sql) => {
      expect((await sql('select seq from audit_log')).length).toBeGreaterThan(10)
      expect(await sql('select chain from app.audit_verify_all() where why is not null')).toEqual([])
    })
  })
})
