-- Which rows an audience may see and write. One policy per audience and table, each for named roles, so that
-- no policy needs an OR between audiences. Shapes:
--   body       staff on rows of their body          body_id = (select app.body())
--   own        a person on rows about themselves    person_id = (select app.actor())
--   live       a supporter's dispatches             = any (array(select app.my_dispatches()))
--   caseload   a coordinator, across bodies         = any (array(select app.my_case_…()))
--   card       the client                           = any (array(select app.card_dispatches()))
-- Always "(select f())" and "= any (array(select f()))": evaluated once, usable by an index.
-- The owner is not forced under the policies: guards and cascades run as the owner and must see everything.

do $$
declare
  t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' loop
    execute format('alter table %I enable row level security', t);
  end loop;
end $$;

-- ── Directory ───────────────────────────────────────────────────────────────────────────────────────
create policy everybody on body for select
  to yr_public, yr_auth, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_auditor, yr_admin, yr_job
  using (true);
create policy everybody on programme for select
  to yr_public, yr_auth, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_auditor, yr_admin, yr_job
  using (true);
create policy everybody on setting_version for select
  to yr_public, yr_auth, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_auditor, yr_admin, yr_job
  using (true);
create policy admin_writes on setting_version for insert to yr_admin with check (body_id = (select app.body()));
create policy admin on programme for all to yr_admin using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy admin on contract for all to yr_admin using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy admin on contract_part for all to yr_admin using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy admin on membership for all to yr_admin using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy login on membership for select to yr_auth using (true);
create policy self on person for select
  to yr_supporter, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_auditor
  using (id = (select app.actor()));
create policy admin on person for select to yr_admin
  using (id = (select app.actor()) or id = any (array(select s.person_id from app.staff_of_body() s)));
create policy admin_invites on person for insert to yr_admin with check (true);
create policy login on person for all to yr_auth using (true) with check (true);
create policy job on person for select to yr_job using (true);
create policy login on account for all to yr_auth using (true) with check (true);
create policy login on session for all to yr_auth using (true) with check (true);
create policy job on session for all to yr_job using (true) with check (true);
create policy login on login_bucket for all to yr_auth using (true) with check (true);
create policy job on login_bucket for all to yr_job using (true) with check (true);
create policy login on link_token for all to yr_auth using (true) with check (true);
create policy job on link_token for all to yr_job using (true) with check (true);
create policy applicant_asks on link_token for insert to yr_public
  with check (purpose = 'application.confirm' and person_id is null and used_at is null);
create policy supporter_asks on link_token for insert to yr_supporter
  with check (person_id = (select app.actor()) and used_at is null);
create policy staff_issues on link_token for insert to yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_admin
  with check (body_id = (select app.body()) and used_at is null);
create policy own on supporter for all to yr_supporter
  using (person_id = (select app.actor())) with check (person_id = (select app.actor()));
create policy own on supporter_avoid for all to yr_supporter
  using (person_id = (select app.actor())) with check (person_id = (select app.actor()));

-- ── Training ────────────────────────────────────────────────────────────────────────────────────────
create policy announced on course for select to yr_public, yr_supporter using (state in ('open', 'closed', 'finished'));
create policy staff on course for all to yr_trainer, yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy announced on course_session for select to yr_public, yr_supporter
  using (exists (select 1 from course c where c.id = course_id));
create policy staff on course_session for all to yr_trainer, yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy staff on application for all to yr_trainer, yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy apply on application for insert to yr_public, yr_supporter
  with check (state = 'submitted' and (person_id is null or person_id = (select app.actor()))
              and exists (select 1 from course c where c.id = course_id and c.state = 'open'));
create policy own on application for select to yr_supporter using (person_id = (select app.actor()));
create policy own_withdrawal on application for update to yr_supporter
  using (person_id = (select app.actor()) and state in ('submitted', 'accepted', 'waitlisted'))
  with check (person_id = (select app.actor()) and state = 'withdrawn');
create policy staff on application_private for all to yr_trainer, yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy apply on application_private for insert to yr_public, yr_supporter with check (true);
create policy own on application_private for select to yr_supporter
  using (exists (select 1 from application a where a.id = application_id));
create policy staff on attendance for all to yr_trainer, yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on attendance for select to yr_supporter
  using (exists (select 1 from application a where a.id = application_id));
create policy staff on completion for all to yr_trainer, yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on completion for select to yr_supporter using (person_id = (select app.actor()));
create policy staff on certificate for all to yr_trainer, yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on certificate for select to yr_supporter using (person_id = (select app.actor()));

-- ── Consent ─────────────────────────────────────────────────────────────────────────────────────────
create policy everybody on consent_text for select to yr_public, yr_supporter using (true);
create policy staff on consent_text for all to yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy everybody on explanation_item for select to yr_public, yr_supporter using (true);
create policy staff on explanation_item for all to yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy staff on roster_consent for all to yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on roster_consent for select to yr_supporter using (person_id = (select app.actor()));
create policy own_begin on roster_consent for insert to yr_supporter
  with check (person_id = (select app.actor()) and state = 'explained' and explained_by is null
              and exists (select 1 from completion c
                           where c.person_id = roster_consent.person_id and c.body_id = roster_consent.body_id
                             and c.voided_at is null));
create policy own_act on roster_consent for update to yr_supporter
  using (person_id = (select app.actor())) with check (person_id = (select app.actor()));
create policy staff on roster_consent_recipient for all to yr_roster
  using (exists (select 1 from roster_consent c where c.id = consent_id))
  with check (exists (select 1 from roster_consent c where c.id = consent_id));
create policy own on roster_consent_recipient for all to yr_supporter
  using (exists (select 1 from roster_consent c where c.id = consent_id))
  with check (exists (select 1 from roster_consent c where c.id = consent_id));
create policy staff on explanation_ack for all to yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on explanation_ack for all to yr_supporter
  using (person_id = (select app.actor())) with check (person_id = (select app.actor()));
create policy staff on consent_paper for all to yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on consent_paper for select to yr_supporter using (person_id = (select app.actor()));
create policy own_upload on consent_paper for insert to yr_supporter
  with check (person_id = (select app.actor()) and confirmed_at is null and rejected_at is null);
create policy staff_of_consent on signature for all to yr_roster
  using (body_id = (select app.body()) and roster_consent_id is not null)
  with check (body_id = (select app.body()) and roster_consent_id is not null);
create policy staff_of_agreement on signature for all to yr_dispatch
  using (body_id = (select app.body()) and agreement_id is not null)
  with check (body_id = (select app.body()) and agreement_id is not null);
create policy own on signature for all to yr_supporter
  using (exists (select 1 from roster_consent c where c.id = roster_consent_id)
         or exists (select 1 from agreement a where a.id = agreement_id))
  with check (exists (select 1 from roster_consent c where c.id = roster_consent_id)
              or exists (select 1 from agreement a where a.id = agreement_id));
create policy card on signature for all to yr_client
  using (exists (select 1 from agreement a where a.id = agreement_id))
  with check (exists (select 1 from agreement a where a.id = agreement_id));

-- ── Roster and provision: sharing is a row with two ends, each seen by its own role ─────────────────
create policy staff on roster_entry for all to yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on roster_entry for select to yr_supporter using (person_id = (select app.actor()));
create policy job on roster_entry for all to yr_job using (true) with check (true);
create policy provider on provision for all to yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy recipient on provision for select to yr_dispatch
  using (recipient_id = (select app.body()) and state <> 'prepared');
create policy accept on provision for update to yr_dispatch
  using (recipient_id = (select app.body()) and state = 'delivered')
  with check (recipient_id = (select app.body()) and state = 'received');
create policy own on provision for select to yr_supporter
  using (exists (select 1 from provision_entry e where e.provision_id = provision.id));
create policy job on provision for select to yr_job using (true);
create policy provider on provision_entry for all to yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy recipient on provision_entry for select to yr_dispatch
  using (recipient_id = (select app.body()) and released_at is not null);
create policy acknowledge on provision_entry for update to yr_dispatch
  using (recipient_id = (select app.body()) and recall_requested_at is not null)
  with check (recipient_id = (select app.body()) and recall_ack_at is not null);
create policy own on provision_entry for select to yr_supporter using (person_id = (select app.actor()));
create policy job on provision_entry for select to yr_job using (true);
create policy provider on provision_profile for all to yr_roster
  using (exists (select 1 from provision_entry e where e.id = entry_id))
  with check (exists (select 1 from provision_entry e where e.id = entry_id));
create policy recipient on provision_profile for select to yr_dispatch
  using (recipient_id = (select app.body()) and hidden_at is null
         and exists (select 1 from provision_entry e where e.id = entry_id));
create policy own on provision_profile for select to yr_supporter using (person_id = (select app.actor()));
create policy staff on reconfirmation for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on reconfirmation for select to yr_supporter using (person_id = (select app.actor()));
create policy answer on reconfirmation for update to yr_supporter
  using (person_id = (select app.actor())) with check (person_id = (select app.actor()));
create policy job on reconfirmation for all to yr_job using (true) with check (true);
create policy staff on reconfirmation_area for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on reconfirmation_area for all to yr_supporter
  using (person_id = (select app.actor())) with check (person_id = (select app.actor()));
create policy staff on reconfirmation_slot for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on reconfirmation_slot for all to yr_supporter
  using (person_id = (select app.actor())) with check (person_id = (select app.actor()));
create policy staff on reconfirmation_step for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on reconfirmation_step for all to yr_supporter
  using (person_id = (select app.actor())) with check (person_id = (select app.actor()));

-- ── Cases: the head for the desk, everything below only by caseload ─────────────────────────────────
create policy desk on support_case for select to yr_coordinator
  using (body_id = (select app.body()) and (not restricted or id = any (array(select app.my_cases()))));
create policy open_new on support_case for insert to yr_coordinator with check (body_id = (select app.body()));
create policy caseload on support_case for update to yr_coordinator
  using (id = any (array(select app.my_cases()))) with check (body_id = (select app.body()));
create policy desk on case_assignment for all to yr_coordinator
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on case_period for all to yr_coordinator
  using (case_id = any (array(select app.my_cases())))
  with check (body_id = (select app.body()) and case_id = any (array(select app.my_cases())));
create policy caseload on case_person for all to yr_coordinator
  using (case_id = any (array(select app.my_cases())))
  with check (body_id = (select app.body()) and case_id = any (array(select app.my_cases())));
create policy caseload on case_person_private for all to yr_coordinator
  using (exists (select 1 from case_person p where p.id = case_person_id))
  with check (exists (select 1 from case_person p where p.id = case_person_id));
create policy caseload on contact_rule for all to yr_coordinator
  using (case_id = any (array(select app.my_cases())))
  with check (body_id = (select app.body()) and case_id = any (array(select app.my_cases())));
create policy own on access_grant for select to yr_coordinator using (person_id = (select app.actor()));
create policy ask on access_grant for insert to yr_coordinator
  with check (body_id = (select app.body()) and person_id = (select app.actor()));
create policy review on access_grant for select to yr_auditor using (body_id = (select app.body()));
create policy caseload on contact for all to yr_coordinator
  using (body_id = (select app.body()) and (case_id is null or case_id = any (array(select app.my_cases()))))
  with check (body_id = (select app.body()) and (case_id is null or case_id = any (array(select app.my_cases()))));
create policy caseload on contact_version for all to yr_coordinator
  using (exists (select 1 from contact c where c.id = contact_id))
  with check (exists (select 1 from contact c where c.id = contact_id));
create policy caseload on contact_method for all to yr_coordinator
  using (exists (select 1 from contact c where c.id = contact_id))
  with check (exists (select 1 from contact c where c.id = contact_id));
create policy caseload on contact_partner for all to yr_coordinator
  using (exists (select 1 from contact c where c.id = contact_id))
  with check (exists (select 1 from contact c where c.id = contact_id));
create policy caseload on hearing_sheet for all to yr_coordinator
  using (case_id = any (array(select app.my_cases())))
  with check (body_id = (select app.body()) and case_id = any (array(select app.my_cases())));
create policy caseload on hearing_sheet_version for all to yr_coordinator
  using (exists (select 1 from hearing_sheet s where s.id = sheet_id))
  with check (exists (select 1 from hearing_sheet s where s.id = sheet_id));

-- ── Dispatch: owner the dispatching body; a coordinator through the case; the client through the card ──
-- A coordinator of the same body files requests of the caseload; of another body only sees them.
create policy staff on dispatch_request for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on dispatch_request for select to yr_coordinator
  using (case_id = any (array(select app.my_cases())));
create policy caseload_files on dispatch_request for insert to yr_coordinator
  with check (body_id = (select app.body()) and case_id = any (array(select app.my_cases())));
create policy caseload_edits on dispatch_request for update to yr_coordinator
  using (body_id = (select app.body()) and case_id = any (array(select app.my_cases())))
  with check (body_id = (select app.body()) and case_id = any (array(select app.my_cases())));
create policy card on dispatch_request for select to yr_client using (id = (select app.card_request()));
create policy job on dispatch_request for select to yr_job using (true);
create policy staff on request_slot for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on request_slot for all to yr_coordinator
  using (request_id = any (array(select app.my_case_requests())))
  with check (body_id = (select app.body()) and request_id = any (array(select app.my_case_requests())));
create policy staff on request_avoid for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on request_avoid for all to yr_coordinator
  using (body_id = (select app.body()) and request_id = any (array(select app.my_case_requests())))
  with check (body_id = (select app.body()) and request_id = any (array(select app.my_case_requests())));
create policy staff on dispatch_party for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on dispatch_party for select to yr_coordinator
  using (request_id = any (array(select app.my_case_requests())));
create policy caseload_files on dispatch_party for insert to yr_coordinator
  with check (body_id = (select app.body()) and request_id = any (array(select app.my_case_requests())));
create policy caseload_edits on dispatch_party for update to yr_coordinator
  using (body_id = (select app.body()) and request_id = any (array(select app.my_case_requests())))
  with check (body_id = (select app.body()) and request_id = any (array(select app.my_case_requests())));
create policy supporter on dispatch_party for select to yr_supporter using (id = any (array(select app.my_parties())));
create policy card on dispatch_party for select to yr_client using (id = (select app.party()));
create policy staff on dispatch_party_private for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on dispatch_party_private for all to yr_coordinator
  using (body_id = (select app.body()) and exists (select 1 from dispatch_party p where p.id = party_id))
  with check (body_id = (select app.body()) and exists (select 1 from dispatch_party p where p.id = party_id));
create policy staff on coordination_consent for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on coordination_consent for all to yr_coordinator
  using (body_id = (select app.body()) and request_id = any (array(select app.my_case_requests())))
  with check (body_id = (select app.body()) and request_id = any (array(select app.my_case_requests())));
create policy card on coordination_consent for select to yr_client using (party_id = (select app.party()));
create policy card_gives on coordination_consent for insert to yr_client
  with check (party_id = (select app.party()) and request_id = (select app.card_request()) and recorded_by is null);
create policy card_withdraws on coordination_consent for update to yr_client
  using (party_id = (select app.party())) with check (party_id = (select app.party()) and withdrawn_at is not null);
create policy staff on candidate_search for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy staff on proposal for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on proposal for select to yr_coordinator
  using (request_id = any (array(select app.my_case_requests())));
create policy own on proposal for select to yr_supporter using (person_id = (select app.actor()));
create policy answer on proposal for update to yr_supporter
  using (person_id = (select app.actor()) and state in ('sent', 'interested', 'declined'))
  with check (person_id = (select app.actor()) and state in ('interested', 'declined'));
create policy job on proposal for all to yr_job using (true) with check (true);
create policy staff on dispatch for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on dispatch for select to yr_coordinator
  using (id = any (array(select app.my_case_dispatches())));
create policy supporter on dispatch for select to yr_supporter using (id = any (array(select app.my_dispatches())));
create policy card on dispatch for select to yr_client using (id = any (array(select app.card_dispatches())));
create policy job on dispatch for select to yr_job using (true);
create policy staff on dispatch_supporter for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on dispatch_supporter for select to yr_coordinator
  using (dispatch_id = any (array(select app.my_case_dispatches())));
create policy own on dispatch_supporter for select to yr_supporter using (person_id = (select app.actor()));
create policy job on dispatch_supporter for select to yr_job using (true);
create policy staff on plan_version for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on plan_version for select to yr_coordinator
  using (dispatch_id = any (array(select app.my_case_dispatches())));
create policy supporter on plan_version for select to yr_supporter
  using (dispatch_id = any (array(select app.my_dispatches())) and state <> 'draft');
create policy card on plan_version for select to yr_client
  using (dispatch_id = any (array(select app.card_dispatches())) and state <> 'draft');
create policy job on plan_version for select to yr_job using (true);
create policy staff on agreement for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on agreement for select to yr_coordinator
  using (dispatch_id = any (array(select app.my_case_dispatches())));
create policy own on agreement for select to yr_supporter using (person_id = (select app.actor()));
create policy answer on agreement for update to yr_supporter
  using (person_id = (select app.actor())) with check (person_id = (select app.actor()));
create policy card on agreement for select to yr_client using (party_id = (select app.party()));
create policy card_answer on agreement for update to yr_client
  using (party_id = (select app.party())) with check (party_id = (select app.party()));
create policy job on agreement for select to yr_job using (true);
create policy staff on client_card for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on client_card for all to yr_coordinator
  using (body_id = (select app.body()) and request_id = any (array(select app.my_case_requests())))
  with check (body_id = (select app.body()) and request_id = any (array(select app.my_case_requests())));

-- ── Activity ────────────────────────────────────────────────────────────────────────────────────────
create policy staff on insurance_cover for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on insurance_cover for select to yr_supporter using (person_id = (select app.actor()));
create policy staff on visit for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on visit for select to yr_coordinator
  using (dispatch_id = any (array(select app.my_case_dispatches())));
create policy supporter on visit for select to yr_supporter using (id = any (array(select app.my_visits())));
create policy supporter_act on visit for update to yr_supporter
  using (id = any (array(select app.my_visits()))) with check (id = any (array(select app.my_visits())));
create policy card on visit for select to yr_client using (dispatch_id = any (array(select app.card_dispatches())));
create policy job on visit for select to yr_job using (true);
create policy staff on visit_supporter for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on visit_supporter for select to yr_coordinator
  using (exists (select 1 from visit v where v.id = visit_id));
create policy own on visit_supporter for select to yr_supporter using (person_id = (select app.actor()));
create policy job on visit_supporter for select to yr_job using (true);
create policy staff on visit_client for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on visit_client for select to yr_coordinator
  using (exists (select 1 from visit v where v.id = visit_id));
create policy card on visit_client for select to yr_client using (party_id = (select app.party()));
create policy staff on visit_signal for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on visit_signal for select to yr_coordinator
  using (exists (select 1 from visit v where v.id = visit_id));
create policy own on visit_signal for all to yr_supporter
  using (person_id = (select app.actor())) with check (person_id = (select app.actor()));
create policy job on visit_signal for select to yr_job using (true);
create policy staff on report for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on report for select to yr_coordinator
  using (dispatch_id = any (array(select app.my_case_dispatches())));
create policy caseload_answers on report for update to yr_coordinator
  using (dispatch_id = any (array(select app.my_case_dispatches())))
  with check (dispatch_id = any (array(select app.my_case_dispatches())));
create policy own on report for all to yr_supporter
  using (person_id = (select app.actor())) with check (person_id = (select app.actor()));
create policy card on report for select to yr_client
  using (dispatch_id = any (array(select app.card_dispatches())) and state in ('submitted', 'answered'));
create policy job on report for select to yr_job using (true);
create policy staff on report_shared for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on report_shared for select to yr_coordinator using (exists (select 1 from report r where r.id = report_id));
create policy own on report_shared for select to yr_supporter using (exists (select 1 from report r where r.id = report_id));
create policy own_write on report_shared for insert to yr_supporter
  with check (exists (select 1 from report r where r.id = report_id));
create policy card on report_shared for select to yr_client using (exists (select 1 from report r where r.id = report_id));
create policy staff on report_private for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on report_private for select to yr_coordinator using (exists (select 1 from report r where r.id = report_id));
create policy own on report_private for select to yr_supporter using (exists (select 1 from report r where r.id = report_id));
create policy own_write on report_private for insert to yr_supporter
  with check (exists (select 1 from report r where r.id = report_id));
create policy staff on advice for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()) and given_by = (select app.actor()));
create policy caseload on advice for select to yr_coordinator using (exists (select 1 from report r where r.id = report_id));
create policy caseload_advises on advice for insert to yr_coordinator
  with check (exists (select 1 from report r where r.id = report_id) and given_by = (select app.actor()));
create policy own on advice for select to yr_supporter using (exists (select 1 from report r where r.id = report_id));
create policy staff on cost_claim for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy own on cost_claim for select to yr_supporter using (person_id = (select app.actor()));
create policy own_claim on cost_claim for insert to yr_supporter
  with check (person_id = (select app.actor()) and state = 'claimed'
              and exists (select 1 from report r where r.id = report_id));
create policy own_correction on cost_claim for update to yr_supporter
  using (person_id = (select app.actor()) and state = 'claimed')
  with check (person_id = (select app.actor()) and state = 'claimed');

-- ── Safety, stopping, tasks ─────────────────────────────────────────────────────────────────────────
create policy staff on contact_tree_version for all to yr_dispatch, yr_coordinator, yr_admin
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy readers on contact_tree_version for select to yr_trainer, yr_roster, yr_auditor using (body_id = (select app.body()));
create policy supporter on contact_tree_version for select to yr_supporter
  using (body_id = any (array(select app.my_dispatch_bodies())));
create policy job on contact_tree_version for select to yr_job using (true);
create policy staff on contact_tree_step for all to yr_dispatch, yr_coordinator, yr_admin
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy readers on contact_tree_step for select to yr_trainer, yr_roster, yr_auditor using (body_id = (select app.body()));
create policy supporter on contact_tree_step for select to yr_supporter
  using (body_id = any (array(select app.my_dispatch_bodies())));
create policy job on contact_tree_step for select to yr_job using (true);
create policy staff on incident for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on incident for all to yr_coordinator
  using (dispatch_id = any (array(select app.my_case_dispatches())))
  with check (dispatch_id = any (array(select app.my_case_dispatches())));
create policy own on incident for select to yr_supporter using (person_id = (select app.actor()));
create policy own_report on incident for insert to yr_supporter
  with check (person_id = (select app.actor()) and state = 'firstReport'
              and dispatch_id = any (array(select app.my_dispatches_ever())));
create policy staff on incident_report for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on incident_report for all to yr_coordinator
  using (exists (select 1 from incident i where i.id = incident_id))
  with check (exists (select 1 from incident i where i.id = incident_id));
create policy own on incident_report for select to yr_supporter
  using (recorded_by = (select app.actor()) and exists (select 1 from incident i where i.id = incident_id));
create policy own_report on incident_report for insert to yr_supporter
  with check (recorded_by = (select app.actor()) and stage = 'first' and exists (select 1 from incident i where i.id = incident_id));
create policy staff on incident_call for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on incident_call for all to yr_coordinator
  using (exists (select 1 from incident i where i.id = incident_id))
  with check (exists (select 1 from incident i where i.id = incident_id));
-- whoever can name it may say stop; nothing else is asked
create policy staff on stop_request for all to yr_dispatch
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy caseload on stop_request for select to yr_coordinator
  using (dispatch_id = any (array(select app.my_case_dispatches())) or request_id = any (array(select app.my_case_requests())));
create policy caseload_says on stop_request for insert to yr_coordinator
  with check ((dispatch_id is null or dispatch_id = any (array(select app.my_case_dispatches())))
              and (request_id is null or request_id = any (array(select app.my_case_requests()))));
create policy caseload_follows_up on stop_request for update to yr_coordinator
  using (dispatch_id = any (array(select app.my_case_dispatches())) or request_id = any (array(select app.my_case_requests())))
  with check (dispatch_id = any (array(select app.my_case_dispatches())) or request_id = any (array(select app.my_case_requests())));
create policy card_says on stop_request for insert to yr_client
  with check (party_id = (select app.party())
              and (request_id is null or request_id = (select app.card_request()))
              and (dispatch_id is null or dispatch_id = any (array(select app.card_dispatches()))));
create policy card_sees on stop_request for select to yr_client using (party_id = (select app.party()));
create policy supporter_says on stop_request for insert to yr_supporter
  with check (dispatch_id = any (array(select app.my_dispatches())));
create policy staff on task for all to yr_dispatch, yr_coordinator
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy job on task for all to yr_job using (true) with check (true);

-- ── Documents and files ─────────────────────────────────────────────────────────────────────────────
create policy trainer on document for all to yr_trainer
  using (body_id = (select app.body()) and kind = 'completionCertificate')
  with check (body_id = (select app.body()) and kind = 'completionCertificate');
create policy roster on document for all to yr_roster
  using (body_id = (select app.body()) and kind in ('completionCertificate', 'rosterConsent', 'provisionList'))
  with check (body_id = (select app.body()) and kind in ('completionCertificate', 'rosterConsent', 'provisionList'));
create policy dispatch on document for all to yr_dispatch
  using (body_id = (select app.body()) and kind in ('agreedPlan', 'incidentReport'))
  with check (body_id = (select app.body()) and kind in ('agreedPlan', 'incidentReport'));
create policy recipient on document for select to yr_dispatch
  using (recipient_id = (select app.body()) and kind = 'provisionList'
         and exists (select 1 from provision p where p.id = provision_id and p.state = 'received'));
create policy caseload on document for all to yr_coordinator
  using (kind in ('agreedPlan', 'incidentReport') and dispatch_id = any (array(select app.my_case_dispatches())))
  with check (kind in ('agreedPlan', 'incidentReport') and dispatch_id = any (array(select app.my_case_dispatches())));
create policy own on document for select to yr_supporter
  using (person_id = (select app.actor()) and kind in ('completionCertificate', 'rosterConsent'));
create policy own_plan on document for select to yr_supporter
  using (kind = 'agreedPlan' and dispatch_id = any (array(select app.my_dispatches())));
create policy own_issue on document for insert to yr_supporter
  with check (state = 'queued'
              and (kind = 'rosterConsent' and person_id = (select app.actor())
                   or kind = 'agreedPlan' and dispatch_id = any (array(select app.my_dispatches()))));
create policy card on document for select to yr_client
  using (kind = 'agreedPlan' and dispatch_id = any (array(select app.card_dispatches())));
create policy card_issue on document for insert to yr_client
  with check (state = 'queued' and kind = 'agreedPlan' and dispatch_id = any (array(select app.card_dispatches())));
create policy job on document for all to yr_job using (true) with check (true);
-- whoever sees the document sees its file
create policy of_document on stored_file for select
  to yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator
  using (exists (select 1 from document d where d.file_sha256 = stored_file.sha256));
create policy of_paper on stored_file for select to yr_supporter, yr_roster
  using (exists (select 1 from consent_paper p where p.file_sha256 = stored_file.sha256));
create policy upload on stored_file for insert to yr_supporter, yr_roster with check (true);
create policy job on stored_file for all to yr_job using (true) with check (true);

-- ── Platform ────────────────────────────────────────────────────────────────────────────────────────
create policy outside_queues on outbox for insert to yr_public, yr_auth, yr_supporter, yr_client
  with check (state = 'queued' and attempts = 0);
create policy staff_queues on outbox for insert to yr_trainer, yr_roster, yr_dispatch, yr_admin
  with check (state = 'queued' and attempts = 0 and body_id = (select app.body()));
create policy coordinator_queues on outbox for insert to yr_coordinator
  with check (state = 'queued' and attempts = 0
              and (body_id = (select app.body())
                   or dispatch_id = any (array(select app.my_case_dispatches()))
                   or request_id = any (array(select app.my_case_requests()))));
create policy staff_sees on outbox for select to yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_admin
  using (body_id = (select app.body()));
create policy staff_retries on outbox for update to yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_admin
  using (body_id = (select app.body()) and state = 'dead')
  with check (body_id = (select app.body()) and state in ('queued', 'cancelled'));
create policy job on outbox for all to yr_job using (true) with check (true);
create policy job on idempotency for all to yr_job using (true) with check (true);
create policy job on job_run for all to yr_job using (true) with check (true);
create policy own on draft for all
  to yr_public, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_admin
  using (owner_key = (select app.draft_owner())) with check (owner_key = (select app.draft_owner()));
create policy job on draft for all to yr_job using (true) with check (true);
create policy auditor on audit_log for select to yr_auditor using (chain = (select app.body()::text));
create policy auditor on audit_detail for select to yr_auditor using (chain = (select app.body()::text));
