-- The only ways into a transaction, the sets that policies ask for, and the questions an actor may put
-- to rows it cannot see. Everything here runs as the owner and checks by itself.
-- SQLSTATE: YN042, YN080, YN140 no account or membership in force, YN141 no card, YN142 foreign number
-- series, YN143 no such link, YN190 key used for something else.

-- ── Sets ────────────────────────────────────────────────────────────────────────────────────────────
-- Definer, so that policies do not recurse. Written "= any (array(select …))" in a policy they are
-- evaluated once per statement and can use an index; "in (select …)" would scan the table.
create function app.my_dispatches() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select dispatch_id from dispatch_supporter
   where person_id = app.actor() and (access_until is null or access_until > app.now())
$$;

-- Also those that are over: an incident can be reported after a stop.
create function app.my_dispatches_ever() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select dispatch_id from dispatch_supporter where person_id = app.actor()
$$;

-- The client's name to use: only once everybody agreed, and until access ends.
create function app.my_parties() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id
    from dispatch_supporter s
    join dispatch d on d.id = s.dispatch_id
    join dispatch_party p on p.request_id = d.request_id
   where s.person_id = app.actor() and (s.access_until is null or s.access_until > app.now())
     and d.state in ('agreed', 'active', 'paused')
$$;

create function app.my_visits() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select visit_id from visit_supporter where person_id = app.actor()
$$;

-- Bodies in whose name somebody acts now: their contact tree is to be at hand.
create function app.my_dispatch_bodies() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select d.body_id
    from dispatch_supporter s join dispatch d on d.id = s.dispatch_id
   where s.person_id = app.actor() and (s.access_until is null or s.access_until > app.now())
     and d.state in ('agreed', 'active', 'paused')
$$;

-- Caseload: assigned cases and those opened with a reason, of the acting body.
create function app.my_cases() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select case_id from case_assignment
   where person_id = app.actor() and body_id = app.body() and ended_at is null
  union
  select case_id from access_grant
   where person_id = app.actor() and body_id = app.body() and expires_at > app.now()
$$;

create function app.my_case_requests() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from dispatch_request where case_id in (select app.my_cases())
$$;

create function app.my_case_dispatches() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from dispatch where request_id in (select app.my_case_requests())
$$;

create function app.card_request() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select request_id from dispatch_party where id = app.party()
$$;

create function app.card_dispatches() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from dispatch where request_id = app.card_request()
$$;

-- ── Entering ────────────────────────────────────────────────────────────────────────────────────────
-- A role cannot be set inside a definer function: these return it, and the statement around them sets it.
-- They raise instead of returning nothing, which would leave the session's own role in charge.
create type app.entrance as (role text, actor uuid, body uuid, party uuid, request uuid, link uuid);

create function app.enter_staff(p_person uuid, p_membership uuid) returns setof app.entrance
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select 'yr_' || m.role, m.person_id, m.body_id, null::uuid, null::uuid, null::uuid
      from membership m
      left join contract c on c.id = m.contract_id
     where m.id = p_membership and m.person_id = p_person
       and not exists (select 1 from account a where a.person_id = p_person and a.status = 'disabled')
       and m.ended_at is null and app.today() between m.starts_on and m.ends_on
       and (m.contract_id is null or (c.ended_at is null and app.today() between c.starts_on and c.ends_on));
  if not found then
    raise exception 'no membership in force' using errcode = 'YN140';
  end if;
end $$;

create function app.enter_supporter(p_person uuid) returns setof app.entrance
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select 'yr_supporter', a.person_id, null::uuid, null::uuid, null::uuid, null::uuid
      from account a where a.person_id = p_person and a.status = 'active';
  if not found then
    raise exception 'no account in force' using errcode = 'YN140';
  end if;
end $$;

create function app.enter_card(p_token_hash bytea) returns setof app.entrance
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select 'yr_client', null::uuid, k.body_id, k.party_id, k.request_id, null::uuid
      from client_card k
     where k.token_hash = p_token_hash and k.revoked_at is null and app.today() <= k.expires_on;
  if not found then
    raise exception 'no card in force' using errcode = 'YN141';
  end if;
end $$;

create function app.enter_link(p_token_hash bytea, p_purpose text) returns setof app.entrance
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select case when l.person_id is null then 'yr_public' else 'yr_supporter' end,
           l.person_id, l.body_id, null::uuid, null::uuid, l.id
      from link_token l
     where l.token_hash = p_token_hash and l.purpose = p_purpose
       and l.used_at is null and l.expires_at > app.now()
       and not exists (select 1 from account a where a.person_id = l.person_id and a.status = 'disabled');
  if not found then
    raise exception 'no link in force' using errcode = 'YN143';
  end if;
end $$;

create function app.enter_public() returns setof app.entrance
language sql stable security definer set search_path = public, pg_temp as $$
  select 'yr_public', null::uuid, null::uuid, null::uuid, null::uuid, null::uuid
$$;

create function app.enter_auth() returns setof app.entrance
language sql stable security definer set search_path = public, pg_temp as $$
  select 'yr_auth', null::uuid, null::uuid, null::uuid, null::uuid, null::uuid
$$;

create function app.enter_job() returns setof app.entrance
language sql stable security definer set search_path = public, pg_temp as $$
  select 'yr_job', null::uuid, null::uuid, null::uuid, null::uuid, null::uuid
$$;

-- Who is behind a session, in one statement; no row when it is over, unused for too long or the account is
-- disabled. Staff: 30 minutes unused, 10 hours at most. Personal accounts: a day unused, and expires_at.
create function app.session_lookup(p_id_hash bytea) returns table (
  person_id uuid, membership_id uuid, display_name text, login_email text, created_at timestamptz,
  last_seen_at timestamptz, expires_at timestamptz, reauth_at timestamptz, hats jsonb
)
language sql stable security definer set search_path = public, pg_temp as $$
  with hat as (
    select m.id, m.body_id, b.name as body_name, m.role, k.name as contractor_name, m.person_id
      from session s
      join membership m on m.person_id = s.person_id
      join body b on b.id = m.body_id
      left join contract c on c.id = m.contract_id
      left join body k on k.id = c.contractor_id
     where s.id_hash = p_id_hash and m.ended_at is null and app.today() between m.starts_on and m.ends_on
       and (m.contract_id is null or (c.ended_at is null and app.today() between c.starts_on and c.ends_on))
  ), worn as (
    select jsonb_agg(jsonb_build_object('membershipId', id, 'bodyId', body_id, 'bodyName', body_name,
             'role', role, 'contractorName', contractor_name) order by body_name, role) as hats
      from hat
  )
  select s.person_id, s.membership_id, p.display_name, p.login_email, s.created_at, s.last_seen_at,
         s.expires_at, s.reauth_at, coalesce(worn.hats, '[]')
    from session s
    join account a on a.person_id = s.person_id and a.status = 'active'
    join person p on p.id = s.person_id
   cross join worn
   where s.id_hash = p_id_hash and s.expires_at > app.now()
     and case when worn.hats is null then s.last_seen_at > app.now() - interval '1 day'
         else s.last_seen_at > app.now() - interval '30 minutes' and s.created_at > app.now() - interval '10 hours' end
$$;

-- ── One-use links ───────────────────────────────────────────────────────────────────────────────────
-- Uses a link up; of two transactions at once only one gets the row.
create function app.use_link(p_token_hash bytea, p_purpose text) returns table (
  id uuid, body_id uuid, person_id uuid, application_id uuid, reconfirmation_id uuid
)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query
    update link_token l set used_at = app.now()
     where l.token_hash = p_token_hash and l.purpose = p_purpose and l.used_at is null and l.expires_at > app.now()
    returning l.id, l.body_id, l.person_id, l.application_id, l.reconfirmation_id;
  if not found then
    raise exception 'no link in force' using errcode = 'YN143';
  end if;
end $$;

-- What the holder of an unused confirmation link may know of the application it belongs to.
create function app.link_application(p_token_hash bytea) returns table (
  application_id uuid, body_id uuid, course_id uuid, course_title text, body_name text, name text,
  receipt_fy int, receipt_no int, state text, email_enc bytea
)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.body_id, a.course_id, c.title, b.name, a.name, a.receipt_fy, a.receipt_no, a.state, p.email_enc
    from link_token l
    join application a on a.id = l.application_id
    join course c on c.id = a.course_id
    join body b on b.id = a.body_id
    left join application_private p on p.application_id = a.id
   where l.token_hash = p_token_hash and l.purpose = 'application.confirm'
     and l.used_at is null and l.expires_at > app.now()
$$;

-- Confirms an application through its link: uses the link, finds or makes the person behind the address,
-- opens the account and hangs the application on it. An account that exists keeps its password.
-- p_person is the id to give a person who is new. The caller writes the audit row.
create function app.confirm_application(
  p_token_hash bytea, p_person uuid, p_login_email text, p_password_hash text
) returns table (application_id uuid, body_id uuid, person_id uuid, is_new boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  l record;
  v_person uuid;
  v_new boolean;
begin
  select * into l from app.use_link(p_token_hash, 'application.confirm');
  insert into person (id, login_email, display_name)
  select p_person, p_login_email, a.name from application a where a.id = l.application_id
    on conflict (login_email) do nothing;
  select p.id into v_person from person p where p.login_email = p_login_email;
  insert into account (person_id, password_hash) values (v_person, p_password_hash) on conflict do nothing;
  v_new := found;
  update application a
     set person_id = v_person, confirmed_at = coalesce(a.confirmed_at, app.now()), version = a.version + 1
   where a.id = l.application_id and (a.person_id is null or a.person_id = v_person);
  if not found then
    raise exception 'this application is another person''s' using errcode = 'YN143';
  end if;
  return query select l.application_id, l.body_id, v_person, v_new;
end $$;

-- Sets the password of the person a link was mailed to and ends their sessions. The caller writes the audit row.
create function app.set_password(p_token_hash bytea, p_password_hash text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_person uuid;
begin
  select l.person_id into v_person from app.use_link(p_token_hash, 'account.password') l;
  insert into account (person_id, password_hash) values (v_person, p_password_hash)
    on conflict (person_id) do update set password_hash = excluded.password_hash;
  delete from session where person_id = v_person;
  return v_person;
end $$;

-- ── Numbers and repeated posts ──────────────────────────────────────────────────────────────────────
-- Staff number what is their body's. Others may take the number of what they are allowed to file.
create function app.next_no(p_body uuid, p_kind text, p_fy int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  n int;
  acting text := current_setting('role', true);
  filed text[] := case acting
    when 'yr_public' then array['application']
    when 'yr_supporter' then array['application', 'incident', 'rosterConsent', 'agreedPlan', 'incidentReport']
    when 'yr_client' then array['agreedPlan']
    when 'yr_coordinator' then array['incident', 'agreedPlan', 'incidentReport']
    else array[]::text[]
  end;
begin
  if not (regexp_replace(p_kind, '^document\.', '') = any (filed)
          or acting in ('yr_job', 'none')
          or (coalesce(app.body() = p_body, false) and acting not in ('yr_public', 'yr_supporter', 'yr_client', 'yr_auth'))) then
    raise exception 'not a series of this actor' using errcode = 'YN142';
  end if;
  insert into number_series values (p_body, p_kind, p_fy, 1)
    on conflict (body_id, kind, fiscal_year) do update set last = number_series.last + 1
    returning last into n;
  return n;
end $$;

-- Null when the key is new and now claimed; otherwise what was kept under it.
create function app.claim_key(p_key uuid, p_actor text, p_route text, p_body_hash bytea) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  i idempotency;
begin
  -- waits for a transaction that is just using the key
  insert into idempotency (key, actor, route, body_hash) values (p_key, p_actor, p_route, p_body_hash)
    on conflict do nothing;
  if found then return null; end if;
  select * into i from idempotency where key = p_key;
  if (i.actor, i.route, i.body_hash) is distinct from (p_actor, p_route, p_body_hash) then
    raise exception 'this form was sent with other content' using errcode = 'YN190';
  end if;
  return coalesce(i.result, '{"ok": true, "value": null}');
end $$;

create function app.keep_result(p_key uuid, p_result jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update idempotency set result = p_result where key = p_key and result is null;
  return found;
end $$;

-- ── The anchor first ────────────────────────────────────────────────────────────────────────────────
-- Called before an UPDATE of a child row: a row trigger fires after the child is locked, so without this an
-- update and a cascade from the anchor meet head-on.
create function app.hold_dispatch(p_id uuid, p_strong boolean default true) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  acting text := current_setting('role', true);
begin
  if not exists (
    select 1 from dispatch d
     where d.id = p_id
       and case acting
             when 'yr_client' then d.id in (select app.card_dispatches())
             when 'yr_supporter' then d.id in (select app.my_dispatches_ever())
             when 'yr_coordinator' then d.id in (select app.my_case_dispatches())
             when 'yr_job' then true
             else d.body_id = app.body()
           end
  ) then
    raise exception 'no such dispatch' using errcode = 'YN080';
  end if;
  perform app.require_dispatch(p_id, p_strong);
end $$;

create function app.hold_consent(p_reconfirmation uuid) returns void
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
           when 'yr_job' then true
           else q.body_id = app.body()
         end
     for share of k;
  if not found then
    raise exception 'no such reconfirmation' using errcode = 'YN080';
  end if;
end $$;

-- ── Questions about rows the actor does not see ─────────────────────────────────────────────────────
-- N4, N15: everybody who is willing there this year. One function, because pauses, load and avoid-lists of
-- other bodies count without being shown: load is a number, an avoided person or place only "near".
-- p_weekday and p_part ask for a free hour: free is false when a visit of the next four weeks falls on it.
create function app.candidates(p_request uuid, p_weekday int default null, p_part text default null) returns table (
  entry_id uuid, person_id uuid, reconfirmation_id uuid, name text, working_name text, kana_sort text,
  is_peer boolean, home_area text, monthly_cap int, areas text[], slots text[], steps int[],
  active_dispatches int, near boolean, free boolean
)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  b uuid := app.body();
begin
  if not exists (select 1 from candidate_search s
                  where s.request_id = p_request and s.body_id = b and s.searched_by = app.actor()
                    and s.at > app.now() - interval '5 minutes') then
    raise exception 'record the search first' using errcode = 'YN042';
  end if;
  return query
    select f.entry_id, q.person_id, q.id, f.name, coalesce(f.working_name, f.name), f.kana_sort,
           f.is_peer, f.home_area, q.monthly_cap,
           array(select a.area from reconfirmation_area a where a.reconfirmation_id = q.id order by 1),
           array(select s.weekday || ':' || s.part from reconfirmation_slot s
                  where s.reconfirmation_id = q.id order by s.weekday, s.part),
           array(select t.ladder from reconfirmation_step t where t.reconfirmation_id = q.id order by 1),
           (select count(*)::int from dispatch_supporter ds join dispatch d on d.id = ds.dispatch_id
             where ds.person_id = q.person_id and ds.ended_at is null and d.state in ('preparing', 'agreed', 'active', 'paused')),
           exists (select 1 from request_avoid r join supporter_avoid v on v.kind = r.kind and v.hash = r.hash
                    where r.request_id = p_request and v.person_id = q.person_id),
           case when p_weekday is null and p_part is null then null else not exists (
             select 1 from visit_supporter x
              where x.person_id = q.person_id and x.live
                and x.starts_at > app.now() and x.starts_at < app.now() + interval '28 days'
                and (p_weekday is null or extract(isodow from x.starts_at at time zone 'Asia/Tokyo') = p_weekday)
                and (p_part is null or app.part(x.starts_at) = p_part)) end
      from reconfirmation q
      join provision_profile f on f.entry_id = q.provision_entry_id and f.hidden_at is null
      join provision_entry e on e.id = q.provision_entry_id and e.recall_requested_at is null
      join roster_entry y on y.id = e.roster_entry_id and y.state = 'active' and app.today() between y.valid_from and y.valid_to
      join roster_consent k on k.id = y.consent_id and k.state = 'signed'
      left join supporter u on u.person_id = q.person_id
     where q.body_id = b and q.fiscal_year = app.fy(app.today()) and q.state = 'willing' and q.revoked_at is null
       and (u.paused_from is null or app.today() not between u.paused_from and coalesce(u.paused_until, 'infinity'))
     order by f.kana_sort, f.entry_id;
end $$;

-- Names to use of the people acting in a dispatch, for whoever may see that dispatch. The card gets no id.
create function app.dispatch_supporters(p_dispatch uuid) returns table (
  person_id uuid, working_name text, period int, joined_at timestamptz, ended_at timestamptz
)
language sql stable security definer set search_path = public, pg_temp as $$
  select case when current_setting('role', true) = 'yr_client' then null else s.person_id end,
         coalesce(e.working_name, e.name), s.period, s.joined_at, s.ended_at
    from dispatch_supporter s
    join dispatch d on d.id = s.dispatch_id
    join roster_entry e on e.id = s.roster_entry_id
   where s.dispatch_id = p_dispatch
     and case current_setting('role', true)
           when 'yr_client' then d.id in (select app.card_dispatches()) and d.state in ('agreed', 'active', 'paused', 'preparing')
           when 'yr_coordinator' then d.id in (select app.my_case_dispatches())
           when 'yr_dispatch' then d.body_id = app.body()
           else false
         end
   order by s.joined_at, s.person_id
$$;

-- The official name of somebody on a staff; of nobody else.
create function app.staff_name(p_person uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select p.display_name from person p
   where p.id = p_person and exists (select 1 from membership m where m.person_id = p.id)
$$;

-- The staff of the acting body, for assigning and for showing who did what.
create function app.staff_of_body() returns table (
  membership_id uuid, person_id uuid, display_name text, role text, starts_on date, ends_on date, ended_at timestamptz
)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, p.id, p.display_name, m.role, m.starts_on, m.ends_on, m.ended_at
    from membership m join person p on p.id = m.person_id
   where m.body_id = app.body()
   order by p.display_name, m.role
$$;

-- What anybody who holds the paper may ask: is it ours, and does it still stand. Nothing personal.
create function app.check_document(p_code text) returns table (
  kind text, body_name text, fiscal_year int, no int, form_no text, issued_at timestamptz, fingerprint bytea, voided boolean
)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.kind, b.name, d.fiscal_year, d.no, d.form_no, d.issued_at, d.fingerprint,
         d.voided_at is not null or coalesce(c.state <> 'issued', false) or coalesce(k.state <> 'signed', false)
    from document d
    join body b on b.id = d.body_id
    left join certificate c on c.id = d.certificate_id
    left join roster_consent k on k.id = d.roster_consent_id
   where d.check_code = p_code
$$;
