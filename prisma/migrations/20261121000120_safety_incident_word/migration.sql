-- An incident tells the body at once, and a severe one puts its dispatch on hold, in the transaction of the
-- report: a supporter can neither read who is on duty nor change a dispatch, and need not.

create function app.incident_word() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into outbox (id, body_id, dispatch_id, kind, dedupe_key)
  values (gen_random_uuid(), new.body_id, new.dispatch_id, 'incident.reported', 'incident:' || new.id);
  if new.holds_dispatch and new.dispatch_id is not null then
    update dispatch set state = 'paused', version = version + 1, updated_at = app.now()
     where id = new.dispatch_id and state = 'active';
  end if;
  return null;
end $$;

create trigger incident_word after insert on incident for each row execute function app.incident_word();
