-- The last missing yes settles the dispatch as well, and what a party would like to be different is kept.

alter table agreement add column wish_enc bytea;
grant update (wish_enc) on agreement to yr_supporter, yr_client;

-- The plan in force is the newest version that all agreed to, whoever answered last and by whatever way; a
-- dispatch in preparation is agreed from that moment. Its beginning stays a decision of the office.
create or replace function app.agreement_effect() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.all_agreed(new.dispatch_id, new.plan_version_id) then return null; end if;
  update plan_version set state = 'superseded', version = version + 1
   where dispatch_id = new.dispatch_id and state = 'agreed' and id <> new.plan_version_id;
  update plan_version set state = 'agreed', version = version + 1
   where id = new.plan_version_id and state = 'offered';
  update dispatch
     set current_version_id = new.plan_version_id,
         state = case when state = 'preparing' then 'agreed' else state end,
         version = version + 1, updated_at = app.now()
   where id = new.dispatch_id and state in ('preparing', 'agreed', 'active', 'paused');
  return null;
end $$;

-- Everybody a version concerns, with the name to use and the answer: those who were asked or, before anybody
-- was, those who will be. Whoever may see the dispatch may ask. A supporter learns the client's name only once
-- everybody agreed (N15); ids of answers are for staff, ids of supporters also for the mail of an agreed version.
create function app.plan_parties(p_version uuid) returns table (
  who text, call_name text, agreement_id uuid, party_id uuid, person_id uuid, state text, version int,
  decided_at timestamptz, method text, recorded_by text, wish_enc bytea
)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  acting text := current_setting('role', true);
  staff boolean := acting in ('yr_dispatch', 'yr_coordinator');
  d dispatch;
  v plan_version;
  asked boolean;
begin
  select * into v from plan_version where id = p_version;
  select * into d from dispatch where id = v.dispatch_id;
  if not (case acting
       when 'yr_dispatch' then d.body_id = app.body()
       when 'yr_coordinator' then d.id in (select app.my_case_dispatches())
       when 'yr_supporter' then v.state <> 'draft' and d.id in (select app.my_dispatches())
       when 'yr_client' then v.state <> 'draft' and d.id in (select app.card_dispatches())
       else false
     end) then
    return;
  end if;
  asked := exists (select 1 from agreement a where a.plan_version_id = v.id);
  return query
    select case p.kind when 'person' then 'client' else 'family' end,
           case when acting <> 'yr_supporter' or d.state in ('agreed', 'active', 'paused') then p.call_name end,
           case when staff then a.id end, case when staff then p.id end, null::uuid,
           coalesce(a.state, 'pending'), coalesce(a.version, 0), a.decided_at, a.method,
           app.staff_name(a.recorded_by), case when staff then a.wish_enc end
      from dispatch_party p
      left join agreement a on a.plan_version_id = v.id and a.party_id = p.id
     where p.request_id = d.request_id and (not asked or a.id is not null)
     order by p.kind desc, p.id;
  return query
    select 'supporter', coalesce(e.working_name, e.name),
           case when staff then a.id end, null::uuid,
           case when staff or v.state = 'agreed' then s.person_id end,
           coalesce(a.state, 'pending'), coalesce(a.version, 0), a.decided_at, a.method,
           app.staff_name(a.recorded_by), case when staff then a.wish_enc end
      from (select distinct on (person_id) * from dispatch_supporter where dispatch_id = d.id
             order by person_id, period desc) s
      join roster_entry e on e.id = s.roster_entry_id
      left join agreement a on a.plan_version_id = v.id and a.person_id = s.person_id
     where case when asked then a.id is not null else s.ended_at is null end
     order by s.joined_at, s.person_id;
end $$;

grant execute on function app.plan_parties to yr_supporter, yr_client, yr_dispatch, yr_coordinator;
