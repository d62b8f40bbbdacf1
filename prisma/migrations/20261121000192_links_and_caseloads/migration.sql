-- N14: an assignment opens a case, so nobody takes a case of others into the own caseload: that way leads through a
-- written reason (access_grant). Whoever has the case in the caseload may share it, and a case that never had anybody,
-- as when it is opened, may be taken up. What was assigned can be ended, and nothing else of it changes.
create function app.may_assign(p_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_case in (select app.my_cases()) or not exists (select 1 from case_assignment where case_id = p_case)
$$;

revoke all on function app.may_assign from public;
grant execute on function app.may_assign to yr_coordinator;

drop policy desk on case_assignment;
create policy desk on case_assignment for select to yr_coordinator using (body_id = (select app.body()));
create policy caseload_assigns on case_assignment for insert to yr_coordinator
  with check (body_id = (select app.body()) and ended_at is null and app.may_assign(case_id));
create policy caseload_ends on case_assignment for update to yr_coordinator
  using (body_id = (select app.body()) and ended_at is null and case_id = any (array(select app.my_cases())))
  with check (body_id = (select app.body()) and ended_at is not null);
revoke update on case_assignment from yr_coordinator;
grant update (ended_at, version) on case_assignment to yr_coordinator;

-- Whoever sets a new password closes every other way that was mailed for it: an older link of the same person would
-- set it once more. Of two links at the same moment only one finds itself unused.
create or replace function app.set_password(p_token_hash bytea, p_password_hash text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_person uuid;
begin
  with used as (
    update link_token l set used_at = app.now()
     where l.purpose = 'account.password' and l.used_at is null
       and l.person_id = (select person_id from link_token where token_hash = p_token_hash and purpose = 'account.password')
    returning l.token_hash, l.person_id, l.expires_at
  )
  select person_id into v_person from used where token_hash = p_token_hash and expires_at > app.now();
  if not found then
    raise exception 'no link in force' using errcode = 'YN143';
  end if;
  insert into account (person_id, password_hash) values (v_person, p_password_hash)
    on conflict (person_id) do update set password_hash = excluded.password_hash;
  delete from session where person_id = v_person;
  return v_person;
end $$;

-- A link that names a person enters as yr_link, one that confirms an application as yr_public; nobody else needs one.
revoke execute on function app.use_link(bytea, text) from yr_public, yr_auth, yr_supporter;
revoke execute on function app.set_password(bytea, text) from yr_public, yr_auth, yr_supporter;
revoke execute on function app.link_reconfirmation(bytea) from yr_supporter;
revoke execute on function app.link_application(bytea), app.confirm_application(bytea, uuid, text, text)
  from yr_auth, yr_supporter;
