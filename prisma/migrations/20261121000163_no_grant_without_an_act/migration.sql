-- What no act of the policy needs is not granted: the roster desk reads training and does not write it; the
-- dispatch desk answers reports and does not write them, nor the signals and claims of a supporter.
revoke insert, update on course, course_session, application, application_private, attendance, completion, certificate
  from yr_roster;
revoke insert, update on report, cost_claim from yr_dispatch;
revoke insert on report_shared, report_private, visit_signal from yr_dispatch;
grant update (state, version) on report to yr_dispatch;
-- a mail that did not leave is sent again by the desk that sent it
revoke update (state, run_at, attempts, updated_at) on outbox from yr_coordinator;
drop policy staff_retries on outbox;
create policy staff_retries on outbox for update to yr_trainer, yr_roster, yr_dispatch, yr_admin
  using (body_id = (select app.body()) and state = 'dead')
  with check (body_id = (select app.body()) and state in ('queued', 'cancelled'));
