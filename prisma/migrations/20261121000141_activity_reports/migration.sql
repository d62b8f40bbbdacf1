-- When the writer came and went, how he is himself, and what those who advise may see of the costs.

alter table report_shared
  add column arrived_at timestamptz(3),
  add column left_at    timestamptz(3),
  add constraint report_shared_times check (arrived_at is null or left_at is null or arrived_at <= left_at);

alter table report_private
  add column self_state text check (self_state in ('same', 'tired', 'rest', 'talk'));

grant select on cost_claim to yr_coordinator;
create policy caseload on cost_claim for select to yr_coordinator
  using (exists (select 1 from report r where r.id = report_id));

-- Names to use of those who go to one visit, without the one who asks: for the client, for the other supporter
-- of the same visit, and for staff.
create function app.visit_people(p_visit uuid) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(e.working_name, e.name)
    from visit v
    join visit_supporter x on x.visit_id = v.id
    join lateral (select roster_entry_id, joined_at from dispatch_supporter s
                   where s.dispatch_id = v.dispatch_id and s.person_id = x.person_id
                   order by period desc limit 1) s on true
    join roster_entry e on e.id = s.roster_entry_id
   where v.id = p_visit
     and x.person_id is distinct from app.actor()
     and case current_setting('role', true)
           when 'yr_client' then v.dispatch_id in (select app.card_dispatches())
           when 'yr_supporter' then v.id in (select app.my_visits()) and v.dispatch_id in (select app.my_dispatches())
           when 'yr_coordinator' then v.dispatch_id in (select app.my_case_dispatches())
           when 'yr_dispatch' then v.body_id = app.body()
           else false
         end
   order by s.joined_at, x.person_id
$$;

grant execute on function app.visit_people to yr_supporter, yr_client, yr_dispatch, yr_coordinator;
