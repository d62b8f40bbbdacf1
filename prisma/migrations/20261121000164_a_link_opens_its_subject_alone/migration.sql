-- A mailed link is read by machines on its way and may lie about afterwards. Whoever holds one that names a person
-- is not that person: it opens the question it was sent for, and nothing else of theirs.
do $$
begin
  begin
    create role yr_link nologin noinherit;
  exception when duplicate_object or unique_violation then null;
  end;
  if not pg_has_role('yr_login', 'yr_link', 'MEMBER') then grant yr_link to yr_login; end if;
  if not pg_has_role(current_user, 'yr_link', 'MEMBER') then execute format('grant yr_link to %I', current_user); end if;
end $$;

create or replace function app.enter_link(p_token_hash bytea, p_purpose text) returns setof app.entrance
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select case when l.person_id is null then 'yr_public' else 'yr_link' end,
           l.person_id, l.body_id, null::uuid, null::uuid, l.id
      from link_token l
     where l.token_hash = p_token_hash and l.purpose = p_purpose
       and l.used_at is null and l.expires_at > app.now()
       and not exists (select 1 from account a where a.person_id = l.person_id and a.status = 'disabled');
  if not found then
    raise exception 'no link in force' using errcode = 'YN143';
  end if;
end $$;

create or replace function app.hold_consent(p_reconfirmation uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1
    from roster_consent k
    join roster_entry e on e.consent_id = k.id
    join provision_entry p on p.roster_entry_id = e.id
    join reconfirmation q on q.provision_entry_id = p.id
   where q.id = p_reconfirmation
     and case current_setting('role', true)
           when 'yr_supporter' then q.person_id = app.actor()
           when 'yr_link' then q.person_id = app.actor() and q.body_id = app.body()
           when 'yr_job' then true
           else q.body_id = app.body()
         end
     for share of k;
  if not found then
    raise exception 'no such reconfirmation' using errcode = 'YN080';
  end if;
end $$;

grant usage on schema app to yr_link;
grant execute on function
  app.now, app.today, app.day, app.fy, app.part, app.actor, app.body, app.party, app.draft_owner, app.audit,
  app.claim_key, app.keep_result, app.use_link, app.set_password, app.link_reconfirmation, app.hold_consent
  to yr_link;
grant select on body, programme, setting_version, reconfirmation to yr_link;
grant update (state, answered_at, channel, monthly_cap, note, version) on reconfirmation to yr_link;
grant select, insert, delete on reconfirmation_area, reconfirmation_slot, reconfirmation_step to yr_link;
grant insert on outbox to yr_link;

create policy link on body for select to yr_link using (true);
create policy link on programme for select to yr_link using (true);
create policy link on setting_version for select to yr_link using (true);
-- the link carries its body: of several municipalities that ask, only the one that sent it
create policy link on reconfirmation for select to yr_link
  using (person_id = (select app.actor()) and body_id = (select app.body()));
create policy link_answers on reconfirmation for update to yr_link
  using (person_id = (select app.actor()) and body_id = (select app.body()))
  with check (person_id = (select app.actor()) and body_id = (select app.body()));
create policy link on reconfirmation_area for all to yr_link
  using (person_id = (select app.actor()) and body_id = (select app.body()))
  with check (person_id = (select app.actor()) and body_id = (select app.body()));
create policy link on reconfirmation_slot for all to yr_link
  using (person_id = (select app.actor()) and body_id = (select app.body()))
  with check (person_id = (select app.actor()) and body_id = (select app.body()));
create policy link on reconfirmation_step for all to yr_link
  using (person_id = (select app.actor()) and body_id = (select app.body()))
  with check (person_id = (select app.actor()) and body_id = (select app.body()));
create policy link_queues on outbox for insert to yr_link
  with check (state = 'queued' and attempts = 0 and person_id = (select app.actor()));
