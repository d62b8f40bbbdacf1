-- What an audience may touch at all. Grants come before policies: what is missing here no policy can give.
-- No DELETE but on choices that are still open, drafts, sessions and links; no write on the audit.

grant usage on schema app to
  yr_login, yr_public, yr_auth, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator,
  yr_auditor, yr_admin, yr_job;

-- ── Functions ───────────────────────────────────────────────────────────────────────────────────────
revoke all on all functions in schema app from public;
grant execute on function
  app.enter_staff, app.enter_supporter, app.enter_card, app.enter_link, app.enter_public, app.enter_auth,
  app.enter_job, app.session_lookup, app.now
  to yr_login;
-- helpers of policies, checks and defaults run as the caller
grant execute on function
  app.now, app.today, app.day, app.fy, app.part, app.actor, app.body, app.party, app.draft_owner, app.audit,
  app.claim_key, app.keep_result, app.staff_name, app.check_document,
  app.my_dispatches, app.my_dispatches_ever, app.my_parties, app.my_visits, app.my_dispatch_bodies, app.my_cases,
  app.my_case_requests, app.my_case_dispatches, app.card_request, app.card_dispatches
  to yr_public, yr_auth, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator,
     yr_auditor, yr_admin, yr_job;
grant execute on function app.next_no
  to yr_public, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_admin, yr_job;
grant execute on function app.use_link, app.link_application, app.confirm_application, app.set_password
  to yr_public, yr_auth, yr_supporter;
grant execute on function app.hold_dispatch to yr_supporter, yr_client, yr_dispatch, yr_coordinator, yr_job;
grant execute on function app.hold_consent to yr_supporter, yr_dispatch, yr_job;
grant execute on function app.candidates to yr_dispatch;
grant execute on function app.dispatch_supporters to yr_client, yr_dispatch, yr_coordinator;
grant execute on function app.staff_of_body
  to yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_auditor, yr_admin;
grant execute on function app.audit_verify, app.audit_verify_all to yr_auditor, yr_job;

-- ── Directory ───────────────────────────────────────────────────────────────────────────────────────
grant select on body, programme, setting_version to
  yr_public, yr_auth, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_auditor,
  yr_admin, yr_job;
grant insert on setting_version to yr_admin;
grant insert, update on programme to yr_admin;
grant select, insert, update on contract, membership to yr_admin;
grant select, insert, delete on contract_part to yr_admin;
grant select on membership to yr_auth;
grant select on person to yr_supporter, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_auditor, yr_admin, yr_job;
grant insert on person to yr_admin;
grant select, insert, update (login_email, display_name) on person to yr_auth;
grant select, insert, update on account to yr_auth;
grant select, insert, update, delete on session, login_bucket, link_token to yr_auth;
grant select, delete on session, login_bucket to yr_job;
grant select, insert, delete on link_token to yr_job;
grant insert on link_token to yr_public, yr_supporter, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_admin;
grant select, insert, update (monthly_cap, paused_from, paused_until, version) on supporter to yr_supporter;
grant select, insert, delete on supporter_avoid to yr_supporter;

-- ── Training ────────────────────────────────────────────────────────────────────────────────────────
grant select on course, course_session to yr_public, yr_supporter;
grant select, insert, update on course, course_session, application, application_private, attendance, completion,
  certificate to yr_trainer, yr_roster;
grant insert on application, application_private to yr_public, yr_supporter;
grant select on application, application_private, attendance, completion, certificate to yr_supporter;
grant update (state, version) on application to yr_supporter;

-- ── Consent ─────────────────────────────────────────────────────────────────────────────────────────
grant select on consent_text, explanation_item to yr_public, yr_supporter;
grant select, insert on consent_text, explanation_item, explanation_ack to yr_roster;
grant select, insert, update on roster_consent, consent_paper to yr_roster;
grant select, insert, delete on roster_consent_recipient to yr_roster, yr_supporter;
grant select, insert on roster_consent, explanation_ack, consent_paper to yr_supporter;
grant update (state, explained_at, signed_at, method, withdrawn_at, covers_planned, allow_phone, allow_address,
  allow_peer, allow_photo, version) on roster_consent to yr_supporter;
grant select, insert on signature to yr_roster, yr_dispatch, yr_supporter, yr_client;

-- ── Roster and provision ────────────────────────────────────────────────────────────────────────────
grant select, insert, update on roster_entry, provision, provision_entry to yr_roster;
grant select, insert on provision_profile to yr_roster;
grant select on roster_entry, provision_entry, provision_profile, reconfirmation to yr_supporter;
grant select (id, body_id, recipient_id, fiscal_year, no, purpose, state, delivered_at, terms_accepted_at, expires_on)
  on provision to yr_supporter;
grant select on provision, provision_entry, provision_profile to yr_dispatch;
grant update (state, terms_accepted_at, version) on provision to yr_dispatch;
grant update (recall_ack_at, recall_ack_by) on provision_entry to yr_dispatch;
grant select, insert, update on reconfirmation to yr_dispatch;
grant update (state, answered_at, channel, monthly_cap, note, version) on reconfirmation to yr_supporter;
grant select, insert, delete on reconfirmation_area, reconfirmation_slot, reconfirmation_step to yr_dispatch, yr_supporter;
grant select on roster_entry, provision, provision_entry, reconfirmation to yr_job;
grant update (state, end_reason, version) on roster_entry to yr_job;
grant update (state, answered_at, reminded_at, version) on reconfirmation to yr_job;

-- ── Cases ───────────────────────────────────────────────────────────────────────────────────────────
grant select, insert, update on support_case, case_period, case_person, case_person_private, contact_rule,
  case_assignment, contact, hearing_sheet to yr_coordinator;
grant select, insert on contact_version, contact_method, contact_partner, hearing_sheet_version, access_grant
  to yr_coordinator;
grant select on access_grant to yr_auditor;

-- ── Dispatch ────────────────────────────────────────────────────────────────────────────────────────
grant select, insert, update on dispatch_request, dispatch_party, dispatch_party_private, coordination_consent,
  client_card to yr_dispatch, yr_coordinator;
grant select, insert, delete on request_slot, request_avoid to yr_dispatch, yr_coordinator;
grant select, insert, update on proposal, dispatch, dispatch_supporter, plan_version, agreement to yr_dispatch;
grant select, insert on candidate_search to yr_dispatch;
grant select on proposal, dispatch, dispatch_supporter, plan_version, agreement to yr_coordinator;
grant select on dispatch_party, proposal, dispatch, dispatch_supporter, plan_version, agreement to yr_supporter;
grant update (state, answered_at, version) on proposal to yr_supporter;
grant update (state, content_hash, decided_at, method, version) on agreement to yr_supporter, yr_client;
grant select (id, body_id, state, consented_at, stopped_at, version) on dispatch_request to yr_client;
grant select on dispatch_party, dispatch, plan_version, agreement, coordination_consent to yr_client;
grant insert, update (withdrawn_at) on coordination_consent to yr_client;
grant select (id, body_id, case_id, state, consented_at, stopped_at) on dispatch_request to yr_job;
grant select on proposal, dispatch, dispatch_supporter, plan_version, agreement to yr_job;
grant update (state, answered_at, version) on proposal to yr_job;

-- ── Activity ────────────────────────────────────────────────────────────────────────────────────────
grant select, insert, update on insurance_cover, visit, report, cost_claim to yr_dispatch;
grant select, insert on visit_supporter, visit_client, visit_signal, report_shared, report_private, advice to yr_dispatch;
grant select on visit, visit_supporter, visit_client, visit_signal, report, report_shared, report_private, advice
  to yr_coordinator;
grant update (state, version) on report to yr_coordinator;
grant insert on advice to yr_coordinator;
grant select on insurance_cover, visit, visit_supporter, visit_signal, advice to yr_supporter;
grant update (state, outcome, version) on visit to yr_supporter;
grant insert on visit_signal to yr_supporter;
grant select, insert, update on report to yr_supporter;
grant select, insert on report_shared, report_private to yr_supporter;
grant select, insert, update (kind, amount_yen, version) on cost_claim to yr_supporter;
grant select on visit, visit_client, report, report_shared to yr_client;
grant select on visit, visit_supporter, visit_signal, report to yr_job;

-- ── Safety, stopping, tasks ─────────────────────────────────────────────────────────────────────────
grant select on contact_tree_version, contact_tree_step to
  yr_supporter, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_auditor, yr_admin, yr_job;
grant insert on contact_tree_version, contact_tree_step to yr_dispatch, yr_coordinator, yr_admin;
grant select, insert, update on incident to yr_dispatch, yr_coordinator;
grant select, insert on incident_report, incident_call to yr_dispatch, yr_coordinator;
grant select, insert on incident, incident_report to yr_supporter;
grant select, insert, update on stop_request to yr_dispatch, yr_coordinator;
grant select, insert on stop_request to yr_client;
grant insert on stop_request to yr_supporter;
grant select, insert, update on task to yr_dispatch, yr_coordinator, yr_job;

-- ── Documents and files ─────────────────────────────────────────────────────────────────────────────
grant select, insert on document to yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_job;
grant update (voided_at) on document to yr_trainer, yr_roster, yr_dispatch;
grant update on document to yr_job;
grant select on stored_file to yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_job;
grant insert on stored_file to yr_supporter, yr_roster, yr_job;

-- ── Platform ────────────────────────────────────────────────────────────────────────────────────────
grant insert on outbox to
  yr_public, yr_auth, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_admin, yr_job;
grant select, update on outbox to yr_job;
grant select (id, body_id, dispatch_id, request_id, person_id, kind, dedupe_key, state, run_at, attempts, lease_until,
  last_error, message_id, sent_at, created_at, updated_at)
  on outbox to yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_admin;
grant update (state, run_at, attempts, updated_at)
  on outbox to yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_admin;
grant select, insert, update, delete on draft to
  yr_public, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_admin;
grant select, delete on draft, idempotency to yr_job;
grant select, insert, update on job_run to yr_job;
grant select on audit_log, audit_detail to yr_auditor;
