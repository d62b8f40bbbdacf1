-- N3, N4, N5, N6: search and proposal only with the client's consent, and a plan that everybody agreed to.
-- SQLSTATE: YN031, YN032, YN041–YN043, YN050, YN060–YN066, YN080, YN081, YN084, YN101.

-- The request, held against a stop, with a consent to coordination in force.
create function app.require_request(p_request uuid) returns dispatch_request
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r dispatch_request;
begin
  select * into r from dispatch_request where id = p_request for share;
  if not found then
    raise exception 'no such request' using errcode = 'YN080';
  end if;
  if r.stopped_at is not null then
    raise exception 'the client has said stop' using errcode = 'YN081';
  end if;
  if r.consented_at is null or r.state not in ('consented', 'coordinating', 'placed')
     or not exists (select 1 from coordination_consent where request_id = r.id and withdrawn_at is null) then
    raise exception 'no consent to coordination' using errcode = 'YN041';
  end if;
  return r;
end $$;

-- The dispatch, held; strongly where the transaction will change it (no upgrade of a lock, no deadlock).
create function app.require_dispatch(p_dispatch uuid, p_strong boolean default false) returns dispatch
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d dispatch;
begin
  if p_strong then
    select * into d from dispatch where id = p_dispatch for no key update;
  else
    select * into d from dispatch where id = p_dispatch for share;
  end if;
  if not found then
    raise exception 'no such dispatch' using errcode = 'YN080';
  end if;
  return d;
end $$;

create function app.require_running(p_dispatch uuid, p_strong boolean default false) returns dispatch
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d dispatch;
begin
  d := app.require_dispatch(p_dispatch, p_strong);
  if d.stopped_at is not null then
    raise exception 'the client has said stop' using errcode = 'YN081';
  end if;
  return d;
end $$;

-- ── Request, search, proposal ───────────────────────────────────────────────────────────────────────
create function app.g_request() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.stopped_at is not null and (new.stopped_at is distinct from old.stopped_at or new.state <> old.state) then
    raise exception 'a stop is not taken back; a new wish is a new request' using errcode = 'YN084';
  end if;
  if old.coordination_started_at is null and new.coordination_started_at is not null
     and not exists (select 1 from coordination_consent where request_id = new.id and withdrawn_at is null) then
    raise exception 'no consent to coordination' using errcode = 'YN041';
  end if;
  return new;
end $$;

create trigger g10 before update on dispatch_request for each row execute function app.g_request();

-- A consent to coordination moves the request by itself, so that the card needs INSERT on one table only.
create function app.g_coordination_consent() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r dispatch_request;
begin
  select * into r from dispatch_request where id = new.request_id for no key update;
  if not found then
    raise exception 'no such request' using errcode = 'YN080';
  end if;
  if r.stopped_at is not null then
    raise exception 'the client has said stop' using errcode = 'YN081';
  end if;
  return new;
end $$;

create trigger g10 before insert on coordination_consent
  for each row execute function app.g_coordination_consent();

create function app.coordination_given() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update dispatch_request
     set consented_at = new.given_at,
         state = case when state = 'received' then 'consented' else state end,
         version = version + 1
   where id = new.request_id and consented_at is null;
  return null;
end $$;

create trigger coordination_given after insert on coordination_consent
  for each row when (new.withdrawn_at is null) execute function app.coordination_given();

-- The consent row is not the anchor: its withdrawal must hold the request, or proposals slip through.
create function app.coordination_withdrawn() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
    raise exception 'a withdrawn consent does not come back' using errcode = 'YN043';
  end if;
  if old.withdrawn_at is null and new.withdrawn_at is not null then
    perform 1 from dispatch_request where id = new.request_id for no key update;
    update proposal set state = 'cancelled', version = version + 1
     where request_id = new.request_id and state in ('sent', 'interested');
  end if;
  return null;
end $$;

create trigger coordination_withdrawn after update on coordination_consent
  for each row execute function app.coordination_withdrawn();

create function app.g_search() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.require_request(new.request_id);
  return new;
end $$;

create trigger g10 before insert on candidate_search for each row execute function app.g_search();

create function app.g_proposal() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  q reconfirmation;
begin
  if tg_op = 'UPDATE' and new.state in ('declined', 'lapsed', 'cancelled') then return new; end if;
  -- lock order: consent, reconfirmation, request
  select * into q from reconfirmation where id = new.reconfirmation_id;
  perform app.require_consent((select roster_entry_id from provision_entry where id = q.provision_entry_id), 'YN101');
  select * into q from reconfirmation where id = new.reconfirmation_id for share;
  if not found or q.state <> 'willing' or q.revoked_at is not null or q.fiscal_year <> app.fy(app.today()) then
    raise exception 'not willing this year' using errcode = 'YN031';
  end if;
  if exists (select 1 from supporter s
              where s.person_id = new.person_id
                and app.today() between s.paused_from and coalesce(s.paused_until, 'infinity')) then
    raise exception 'not available' using errcode = 'YN032';
  end if;
  perform app.require_request(new.request_id);
  return new;
end $$;

create trigger g10 before insert or update on proposal for each row execute function app.g_proposal();

-- ── Dispatch and plan ───────────────────────────────────────────────────────────────────────────────
-- Client's side and every acting supporter have agreed to exactly this version.
create function app.all_agreed(p_dispatch uuid, p_version uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from agreement where plan_version_id = p_version)
     and not exists (select 1 from agreement where plan_version_id = p_version and state <> 'agreed')
     and ((select request_id is null from dispatch where id = p_dispatch)
          or exists (select 1 from agreement where plan_version_id = p_version and party_id is not null))
     and exists (select 1 from dispatch_supporter where dispatch_id = p_dispatch and ended_at is null)
     and not exists (select person_id from dispatch_supporter where dispatch_id = p_dispatch and ended_at is null
                     except select person_id from agreement where plan_version_id = p_version)
$$;

create function app.g_dispatch() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.request_id is not null then perform app.require_request(new.request_id); end if;
    if new.state <> 'preparing' then
      raise exception 'a dispatch begins in preparation' using errcode = 'YN060';
    end if;
    return new;
  end if;
  if old.stopped_at is not null and new.stopped_at is distinct from old.stopped_at then
    raise exception 'a stop is not taken back' using errcode = 'YN084';
  end if;
  if old.state in ('stopped', 'ended') and new.state <> old.state then
    raise exception 'a closed dispatch does not come back' using errcode = 'YN084';
  end if;
  if new.state in ('agreed', 'active')
     and (new.state <> old.state or new.current_version_id is distinct from old.current_version_id)
     and not (exists (select 1 from plan_version where id = new.current_version_id and state = 'agreed')
              and app.all_agreed(new.id, new.current_version_id)) then
    raise exception 'not everyone has agreed to this plan version' using errcode = 'YN061';
  end if;
  return new;
end $$;

create trigger g10 before insert or update on dispatch for each row execute function app.g_dispatch();

-- What is agreed to: every text, the period and the step, each with its length.
create function app.plan_hash(v plan_version) returns bytea
language sql immutable as $$
  select sha256(convert_to(concat_ws(E'\x1f',
    length(v.purpose), v.purpose,
    length(v.plan_text), v.plan_text,
    length(v.content_text), v.content_text,
    length(v.frequency_text), v.frequency_text,
    length(v.place_text), v.place_text,
    length(v.do_text), v.do_text,
    length(v.dont_text), v.dont_text,
    length(v.emergency_text), v.emergency_text,
    length(v.share_text), v.share_text,
    to_char(v.period_from, 'YYYY-MM-DD'), to_char(v.period_to, 'YYYY-MM-DD'), v.ladder), 'UTF8'))
$$;

-- N5: from the home visit upwards the family's wish alone is not enough; the person must be a party.
create function app.check_wish(v plan_version, d dispatch) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if v.ladder >= 6 and exists (
    select 1 from dispatch_request r
     where r.id = d.request_id and r.wish = 'family'
       and not exists (select 1 from dispatch_party p where p.request_id = r.id and p.kind = 'person')
  ) then
    raise exception 'a home visit on the family''s wish alone' using errcode = 'YN050';
  end if;
end $$;

create function app.g_plan() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d dispatch;
  moving text[] := array['state', 'version'];
begin
  if tg_op = 'UPDATE' and new.state = 'superseded' and old.state in ('draft', 'offered')
     and (to_jsonb(new) - moving) = (to_jsonb(old) - moving) then
    return new;
  end if;
  d := app.require_running(new.dispatch_id, true);
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a version begins as a draft' using errcode = 'YN062';
    end if;
    return new;
  end if;
  if old.state <> 'draft' and (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving) then
    raise exception 'an offered version is not edited' using errcode = 'YN062';
  end if;
  if old.state <> new.state and (old.state, new.state) not in (
    ('draft', 'offered'), ('draft', 'superseded'), ('offered', 'agreed'), ('offered', 'superseded'), ('agreed', 'superseded')
  ) then
    raise exception 'no such step' using errcode = 'YN062';
  end if;
  if old.state = 'draft' and new.state = 'offered' then
    perform app.check_wish(new, d);
    new.content_hash := app.plan_hash(new);
    new.offered_at := coalesce(new.offered_at, app.now());
  end if;
  if old.state <> 'agreed' and new.state = 'agreed'
     and exists (select 1 from agreement where plan_version_id = new.id and state <> 'agreed') then
    raise exception 'not everyone has agreed to this plan version' using errcode = 'YN061';
  end if;
  -- the version in force gives way only to one that everybody has agreed to
  if old.state = 'agreed' and new.state = 'superseded' and d.current_version_id = new.id
     and d.state in ('agreed', 'active')
     and not exists (select 1 from plan_version n
                      where n.dispatch_id = d.id and n.state = 'offered' and app.all_agreed(d.id, n.id)) then
    raise exception 'this version is in force' using errcode = 'YN066';
  end if;
  return new;
end $$;

create trigger g10 before insert or update on plan_version for each row execute function app.g_plan();

-- … and at the commit the dispatch must have moved on to that one.
create function app.plan_in_force() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from dispatch d join plan_version v on v.id = d.current_version_id
              where d.id = new.dispatch_id and d.state in ('agreed', 'active') and v.state <> 'agreed') then
    raise exception 'this version is in force' using errcode = 'YN066';
  end if;
  return null;
end $$;

create constraint trigger plan_in_force after update on plan_version deferrable initially deferred
  for each row when (old.state = 'agreed' and new.state <> 'agreed') execute function app.plan_in_force();

create function app.g_agreement() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v plan_version;
begin
  if tg_op = 'UPDATE' and new.state = 'void' and old.state = 'pending' then return new; end if;
  perform app.require_running(new.dispatch_id, true);
  select * into v from plan_version where id = new.plan_version_id;
  if not found or v.state <> 'offered' then
    raise exception 'this version is not on offer' using errcode = 'YN063';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'pending' then
      raise exception 'an agreement begins open' using errcode = 'YN064';
    end if;
    return new;
  end if;
  if old.state <> 'pending'
     or (new.party_id, new.person_id, new.plan_version_id) is distinct from (old.party_id, old.person_id, old.plan_version_id) then
    raise exception 'an answer is not changed' using errcode = 'YN064';
  end if;
  if new.state = 'agreed' and new.content_hash is distinct from v.content_hash then
    raise exception 'agreed to another text' using errcode = 'YN063';
  end if;
  return new;
end $$;

create trigger g10 before insert or update on agreement for each row execute function app.g_agreement();

-- The plan in force is the newest version that all agreed to, whoever answered last and by whatever way.
-- The dispatch is held already. One in preparation stays so: its beginning is a decision of the office.
create function app.agreement_effect() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.all_agreed(new.dispatch_id, new.plan_version_id) then return null; end if;
  update plan_version set state = 'superseded', version = version + 1
   where dispatch_id = new.dispatch_id and state = 'agreed' and id <> new.plan_version_id;
  update plan_version set state = 'agreed', version = version + 1
   where id = new.plan_version_id and state = 'offered';
  update dispatch set current_version_id = new.plan_version_id, version = version + 1, updated_at = app.now()
   where id = new.dispatch_id and state in ('preparing', 'agreed', 'active', 'paused');
  return null;
end $$;

create trigger agreement_effect after update on agreement
  for each row when (old.state = 'pending' and new.state = 'agreed') execute function app.agreement_effect();

create function app.g_dispatch_supporter() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d dispatch;
begin
  if tg_op = 'UPDATE' and new.ended_at is not null then return new; end if;
  perform app.require_consent(new.roster_entry_id, 'YN101');
  d := app.require_running(new.dispatch_id, true);
  if d.state not in ('preparing', 'paused') then
    raise exception 'parties change only while paused; then everybody agrees anew' using errcode = 'YN065';
  end if;
  return new;
end $$;

create trigger g10 before insert or update on dispatch_supporter for each row execute function app.g_dispatch_supporter();
