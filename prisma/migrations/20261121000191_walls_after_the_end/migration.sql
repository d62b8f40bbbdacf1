-- N8, N15: after a stop or the end of access a supporter reads of a visit that it happened and when, for the report
-- that may still be written. Place and the desk's note say where the client is: they are not columns of the
-- supporter's any more, and the function that hands them out asks for access each time.
revoke select on visit from yr_supporter;
grant select (id, body_id, dispatch_id, plan_version_id, kind, starts_at, ends_at, day, state, live, outcome,
  cancelled_by, version, created_at) on visit to yr_supporter;

create function app.visit_place(p_visit uuid) returns table (place text, note text)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.place_text, v.note
    from visit v
   where v.id = p_visit and v.id in (select app.my_visits()) and v.dispatch_id in (select app.my_dispatches())
$$;

revoke all on function app.visit_place from public;
grant execute on function app.visit_place to yr_supporter;

-- A dispatch that came to its end is over for the supporter as one that was stopped.
create or replace function app.my_dispatches() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select s.dispatch_id
    from dispatch_supporter s join dispatch d on d.id = s.dispatch_id
   where s.person_id = app.actor() and (s.access_until is null or s.access_until > app.now()) and d.state <> 'ended'
$$;
