-- An incident tells the body at once. The addresses are found by the job that sends the mail: a supporter
-- cannot read who is on duty, and need not.

create function app.incident_word() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into outbox (id, body_id, dispatch_id, kind, dedupe_key)
  values (gen_random_uuid(), new.body_id, new.dispatch_id, 'incident.reported', 'incident:' || new.id);
  return null;
end $$;

create trigger incident_word after insert on incident for each row execute function app.incident_word();
