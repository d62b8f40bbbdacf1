-- Ways around the walls that stood open to whoever may update or add a row. Each is one guard more beside the
-- ones there are.
-- SQLSTATE: YN012, YN014, YN025 a provided entry points at somebody else, YN041, YN044 a consent moves to another
-- request, YN061, YN064, YN067 agreement of somebody who is no party, YN081, YN087 a dispatch or party leaves its
-- request, YN088 a visit with another request's client, YN101.

-- ── What a row belongs to does not change: the stop, the withdrawal and the audit look for it there ─────
create function app.g_stays() returns trigger
language plpgsql as $$
begin
  raise exception 'a row of % stays where it belongs', tg_table_name using errcode = tg_argv[0];
end $$;

-- N1: the text that was explained is the one that is signed
create trigger g05_stays before update on roster_consent for each row
  when ((old.text_id, old.person_id, old.body_id) is distinct from (new.text_id, new.person_id, new.body_id))
  execute function app.g_stays('YN014');
-- N2: a released entry re-pointed would hold a person whose consent nobody looked at
create trigger g05_stays before update on provision_entry for each row
  when ((old.provision_id, old.body_id, old.recipient_id, old.roster_entry_id, old.person_id)
        is distinct from (new.provision_id, new.body_id, new.recipient_id, new.roster_entry_id, new.person_id))
  execute function app.g_stays('YN025');
-- N4: a consent moved away would leave its proposals behind without one
create trigger g05_stays before update on coordination_consent for each row
  when ((old.request_id, old.party_id, old.body_id) is distinct from (new.request_id, new.party_id, new.body_id))
  execute function app.g_stays('YN044');
-- N6: an open answer moved away would no longer be missing
create trigger g05_stays before update on agreement for each row
  when ((old.dispatch_id, old.plan_version_id, old.party_id, old.person_id, old.body_id)
        is distinct from (new.dispatch_id, new.plan_version_id, new.party_id, new.person_id, new.body_id))
  execute function app.g_stays('YN064');
-- N8: a dispatch moved away would not be stopped with its request
create trigger g05_stays before update on dispatch for each row
  when ((old.request_id, old.body_id) is distinct from (new.request_id, new.body_id))
  execute function app.g_stays('YN087');
create trigger g05_stays before update on dispatch_party for each row
  when ((old.request_id, old.body_id) is distinct from (new.request_id, new.body_id))
  execute function app.g_stays('YN087');

-- ── N1: a completion that a registration stands on is not declared void ─────────────────────────────────
-- The registration holds the completion while it is written; this row is held already when the guard asks.
create function app.g_completion() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from roster_entry where completion_id = new.id and state <> 'ended') then
    raise exception 'a registration stands on this completion' using errcode = 'YN012';
  end if;
  return new;
end $$;

create trigger g10 before update on completion for each row
  when (old.voided_at is null and new.voided_at is not null) execute function app.g_completion();

-- ── N2: the recipient's programme is held too, as the consent is ────────────────────────────────────────
create or replace function app.g_provision_entry() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c roster_consent;
begin
  if tg_op = 'UPDATE' then
    if old.recall_requested_at is not null and new.recall_requested_at is distinct from old.recall_requested_at then
      raise exception 'a recall stands' using errcode = 'YN103';
    end if;
    if new.released_at is null or old.released_at is not null then return new; end if;
  end if;
  c := app.require_consent(new.roster_entry_id, 'YN021');
  if not c.covers_planned and not exists (
    select 1 from roster_consent_recipient r where r.consent_id = c.id and r.recipient_id = new.recipient_id
  ) then
    raise exception 'recipient not covered by the consent' using errcode = 'YN023';
  end if;
  perform 1 from programme p join provision v on v.id = new.provision_id
    where p.body_id = new.recipient_id and p.kind = 'dispatch'
      and p.fiscal_year = v.fiscal_year and p.status in ('planned', 'operating')
      for share of p;
  if not found then
    raise exception 'recipient neither runs nor plans dispatch' using errcode = 'YN024';
  end if;
  return new;
end $$;

-- ── N4: a recorded search opens the candidates only while the consent stands ────────────────────────────
create or replace function app.candidates(p_request uuid, p_weekday int default null, p_part text default null) returns table (
  entry_id uuid, person_id uuid, reconfirmation_id uuid, name text, working_name text, kana_sort text,
  is_peer boolean, home_area text, monthly_cap int, areas text[], slots text[], steps int[],
  active_dispatches int, near boolean, free boolean
)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  b uuid := app.body();
  r dispatch_request;
begin
  if not exists (select 1 from candidate_search s
                  where s.request_id = p_request and s.body_id = b and s.searched_by = app.actor()
                    and s.at > app.now() - interval '5 minutes') then
    raise exception 'record the search first' using errcode = 'YN042';
  end if;
  select * into r from dispatch_request where id = p_request;
  if r.stopped_at is not null then
    raise exception 'the client has said stop' using errcode = 'YN081';
  end if;
  if not exists (select 1 from coordination_consent where request_id = p_request and withdrawn_at is null) then
    raise exception 'no consent to coordination' using errcode = 'YN041';
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
           exists (select 1 from request_avoid x join supporter_avoid v on v.kind = x.kind and v.hash = x.hash
                    where x.request_id = p_request and v.person_id = q.person_id),
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

-- ── N6: who has to agree ────────────────────────────────────────────────────────────────────────────────
-- The client in person, whenever the request has one, and every acting supporter, to exactly this version.
create or replace function app.all_agreed(p_dispatch uuid, p_version uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from agreement where plan_version_id = p_version)
     and not exists (select 1 from agreement where plan_version_id = p_version and state <> 'agreed')
     and ((select request_id is null from dispatch where id = p_dispatch)
          or exists (select 1 from agreement where plan_version_id = p_version and party_id is not null))
     and not exists (select p.id from dispatch_party p join dispatch d on d.request_id = p.request_id
                      where d.id = p_dispatch and p.kind = 'person'
                     except select party_id from agreement where plan_version_id = p_version)
     and exists (select 1 from dispatch_supporter where dispatch_id = p_dispatch and ended_at is null)
     and not exists (select person_id from dispatch_supporter where dispatch_id = p_dispatch and ended_at is null
                     except select person_id from agreement where plan_version_id = p_version)
$$;

create function app.g_plan_agreed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.all_agreed(new.dispatch_id, new.id) then
    raise exception 'not everyone has agreed to this plan version' using errcode = 'YN061';
  end if;
  return new;
end $$;

create trigger g11_agreed before update on plan_version for each row
  when (old.state <> 'agreed' and new.state = 'agreed') execute function app.g_plan_agreed();

create function app.g_agreement_party() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select 1 from dispatch d
     where d.id = new.dispatch_id
       and (exists (select 1 from dispatch_party p where p.id = new.party_id and p.request_id = d.request_id)
            or exists (select 1 from dispatch_supporter s
                        where s.dispatch_id = d.id and s.person_id = new.person_id and s.ended_at is null))
  ) then
    raise exception 'not a party of this dispatch' using errcode = 'YN067';
  end if;
  return new;
end $$;

create trigger g11_party before insert on agreement for each row execute function app.g_agreement_party();

-- N6, N10: the registration that is looked at is the one of the person who joins
create function app.g_supporter_entry() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from roster_entry where id = new.roster_entry_id and person_id = new.person_id) then
    raise exception 'another person''s registration' using errcode = 'YN101';
  end if;
  return new;
end $$;

-- only where one joins: nothing may stand in the way of a stop that ends the row
create trigger g05_entry before insert or update of roster_entry_id, person_id on dispatch_supporter
  for each row execute function app.g_supporter_entry();

-- ── N8: a visit is with the client whose request the dispatch carries out ───────────────────────────────
create function app.g_visit_client() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select 1 from visit v join dispatch d on d.id = v.dispatch_id join dispatch_party p on p.request_id = d.request_id
     where v.id = new.visit_id and p.id = new.party_id
  ) then
    raise exception 'the client of another request' using errcode = 'YN088';
  end if;
  return new;
end $$;

create trigger g10 before insert or update on visit_client for each row execute function app.g_visit_client();

-- A supporter passes on a stop of the dispatch; the request is not theirs to name.
drop policy supporter_says on stop_request;
create policy supporter_says on stop_request for insert to yr_supporter
  with check (request_id is null and dispatch_id = any (array(select app.my_dispatches())));

-- ── N13: the proof is a row of this very transaction ────────────────────────────────────────────────────
-- Transaction numbers begin again in a database that was restored from a dump, so an old row may carry the
-- number of a new transaction. It was not written by it: a row of the running transaction is never older.
create or replace function app.audit_required() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from audit_log
                  where xid = pg_current_xact_id()::text::bigint and age(xmin) <= age(pg_current_xact_id()::xid)) then
    raise exception 'change of % without an audit row in the same transaction', tg_table_name using errcode = 'YN130';
  end if;
  return null;
end $$;

revoke all on function app.g_stays, app.g_completion, app.g_plan_agreed, app.g_agreement_party, app.g_supporter_entry,
  app.g_visit_client from public;
