-- N8, N9: the word "stop" is its own effect. The cascades hang on the rows, so that every way to
-- 'stopped' has them, and run in the transaction of the word.

create function app.stop_dispatch(p_id uuid, p_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update dispatch set state = 'stopped', stopped_at = p_at, version = version + 1, updated_at = p_at
   where id = p_id and state not in ('stopped', 'ended');
end $$;

create function app.stopped_dispatch() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t timestamptz := new.stopped_at;
begin
  update agreement set state = 'void', version = version + 1 where dispatch_id = new.id and state = 'pending';
  update plan_version set state = 'superseded', version = version + 1
   where dispatch_id = new.id and state in ('draft', 'offered');
  update visit set state = 'cancelled', live = false, cancelled_by = 'stop', version = version + 1
   where dispatch_id = new.id and state = 'scheduled' and starts_at > t;
  update report r set state = 'void', version = r.version + 1
    from visit v
   where r.visit_id = v.id and v.dispatch_id = new.id and v.state = 'cancelled' and r.state = 'draft';
  update dispatch_supporter set ended_at = t, access_until = t where dispatch_id = new.id and ended_at is null;
  update outbox set state = 'cancelled', payload_enc = null, updated_at = app.now()
   where dispatch_id = new.id and state = 'queued'
     and split_part(kind, '.', 1) not in ('stop', 'incident', 'report');
  insert into outbox (id, body_id, dispatch_id, kind, dedupe_key)
  values (gen_random_uuid(), new.body_id, new.id, 'stop.notice', 'stop:' || new.id);
  return null;
end $$;

create trigger stop_cascade after update on dispatch
  for each row when (old.stopped_at is null and new.stopped_at is not null) execute function app.stopped_dispatch();

create function app.stopped_request() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d uuid;
begin
  update proposal set state = 'cancelled', version = version + 1
   where request_id = new.id and state in ('sent', 'interested');
  update outbox set state = 'cancelled', payload_enc = null, updated_at = app.now()
   where request_id = new.id and dispatch_id is null and state = 'queued'
     and split_part(kind, '.', 1) not in ('stop', 'incident', 'report');
  for d in select id from dispatch where request_id = new.id order by id loop
    perform app.stop_dispatch(d, new.stopped_at);
  end loop;
  return null;
end $$;

create trigger stop_cascade after update on dispatch_request
  for each row when (old.stopped_at is null and new.stopped_at is not null) execute function app.stopped_request();

-- Whoever may insert a stop needs nothing else: effect, task and audit row come from here.
create function app.stop_effect() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.dispatch_id is null then
    update dispatch_request set stopped_at = app.now(), state = 'closed', version = version + 1
     where id = new.request_id and stopped_at is null;
  else
    perform app.stop_dispatch(new.dispatch_id, app.now());
  end if;
  insert into task (id, body_id, kind, due_on, stop_request_id, request_id)
  values (gen_random_uuid(), new.body_id, 'stop.followUp', app.today(), new.id, new.request_id);
  perform app.audit('stop.received', 'stop_request', new.id::text, '', new.body_id);
  return null;
end $$;

create trigger stop_effect after insert on stop_request for each row execute function app.stop_effect();

-- What was said stays as it was said; only the follow-up moves, once, and closes its task.
create function app.g_stop_request() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moving text[] := array['follow_up', 'done_at', 'done_by', 'version'];
begin
  if (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving)
     or (old.follow_up = 'done' and new.follow_up = 'open') then
    raise exception 'a stop is not taken back' using errcode = 'YN084';
  end if;
  if new.follow_up = 'done' and old.follow_up = 'open' then
    update task set state = 'done', done_at = new.done_at, done_by = new.done_by, version = version + 1
     where stop_request_id = new.id and kind = 'stop.followUp' and state = 'open';
  end if;
  return new;
end $$;

create trigger g10 before update on stop_request for each row execute function app.g_stop_request();
