-- A visit that was called off is not announced any more, whoever called it off: the desk, a stop, or a
-- withdrawn consent that only pauses the dispatch.
create function app.cancelled_visit() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update outbox set state = 'cancelled', payload_enc = null, updated_at = app.now()
   where state = 'queued'
     and dedupe_key in (select kind || ':' || x.visit_id || ':' || x.person_id
                          from visit_supporter x, unnest(array['visit.booked', 'visit.reminder']) kind
                         where x.visit_id = new.id);
  return null;
end $$;

create trigger mail_cascade after update on visit
  for each row when (old.state = 'scheduled' and new.state = 'cancelled') execute function app.cancelled_visit();
