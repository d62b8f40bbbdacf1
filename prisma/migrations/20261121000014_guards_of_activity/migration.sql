-- N7, N8, N11: visits inside the agreed plan, no overlap, and nothing new after a stop.
-- SQLSTATE: YN070–YN077, YN080–YN083, YN085, YN086.

create function app.g_visit() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d dispatch;
  v plan_version;
  moved boolean;
begin
  if tg_op = 'UPDATE' and new.state = 'cancelled' then return new; end if;
  moved := tg_op = 'INSERT'
    or (new.starts_at, new.ends_at, new.plan_version_id) is distinct from (old.starts_at, old.ends_at, old.plan_version_id);
  d := app.require_dispatch(new.dispatch_id);
  if d.stopped_at is not null and (moved or new.starts_at > d.stopped_at) then
    raise exception 'the client has said stop' using errcode = 'YN081';
  end if;
  if new.state = 'held' and new.starts_at > app.now() then
    raise exception 'a visit is not held before it starts' using errcode = 'YN077';
  end if;
  if tg_op = 'UPDATE' and old.state = 'cancelled' then
    raise exception 'a cancelled visit does not come back' using errcode = 'YN085';
  end if;
  if not moved then return new; end if;
  if d.state <> 'active' then
    raise exception 'the dispatch is not active' using errcode = 'YN071';
  end if;
  select * into v from plan_version where id = d.current_version_id;
  if new.plan_version_id <> d.current_version_id or new.day not between v.period_from and v.period_to then
    raise exception 'outside the agreed plan' using errcode = 'YN072';
  end if;
  if tg_op = 'INSERT' and new.starts_at < app.now() then
    raise exception 'a visit is registered before it starts' using errcode = 'YN076';
  end if;
  return new;
end $$;

create trigger g10 before insert or update on visit for each row execute function app.g_visit();

create function app.g_visit_supporter() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v visit;
  cap int;
  month timestamp := date_trunc('month', new.starts_at at time zone 'Asia/Tokyo');
begin
  if not new.live then return new; end if;
  select * into v from visit where id = new.visit_id;
  if tg_op = 'INSERT' then perform app.require_dispatch(v.dispatch_id); end if;
  if not exists (select 1 from dispatch_supporter
                  where dispatch_id = v.dispatch_id and person_id = new.person_id and ended_at is null) then
    raise exception 'not a supporter of this dispatch' using errcode = 'YN073';
  end if;
  if not exists (select 1 from insurance_cover
                  where person_id = new.person_id and app.day(new.starts_at) between starts_on and ends_on) then
    raise exception 'no insurance cover on that day' using errcode = 'YN074';
  end if;
  -- bookings of one supporter queue here; the exclusion constraint alone would deadlock among them
  update supporter set booking_seq = booking_seq + 1 where person_id = new.person_id returning monthly_cap into cap;
  if not found then
    raise exception 'not a supporter' using errcode = 'YN073';
  end if;
  if exists (select 1 from visit_supporter x
              where x.person_id = new.person_id and x.live and x.visit_id <> new.visit_id
                and x.starts_at < new.ends_at and x.ends_at > new.starts_at) then
    raise exception 'overlaps another visit' using errcode = 'YN070';
  end if;
  -- the window is for the index, the month for the rule; counted over all bodies
  if cap is not null and cap <= (
    select count(*) from visit_supporter x
     where x.person_id = new.person_id and x.live and x.visit_id <> new.visit_id
       and x.starts_at >= new.starts_at - interval '32 days' and x.starts_at < new.starts_at + interval '32 days'
       and date_trunc('month', x.starts_at at time zone 'Asia/Tokyo') = month
  ) then
    raise exception 'beyond the supporter''s own limit' using errcode = 'YN075';
  end if;
  return new;
end $$;

create trigger g10 before insert or update on visit_supporter for each row execute function app.g_visit_supporter();

create function app.g_report() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d dispatch;
  v visit;
begin
  if tg_op = 'UPDATE' and new.state = 'void' then return new; end if;
  d := app.require_dispatch(new.dispatch_id);
  select * into v from visit where id = new.visit_id and dispatch_id = new.dispatch_id;
  if not found then
    raise exception 'no such visit' using errcode = 'YN080';
  end if;
  if tg_op = 'UPDATE' and old.state in ('answered', 'void') and new.state = 'draft' then
    raise exception 'a closed report is not reopened' using errcode = 'YN083';
  end if;
  if d.stopped_at is not null and not (v.live and v.starts_at < d.stopped_at) then
    raise exception 'no report on a visit that was not held' using errcode = 'YN082';
  end if;
  return new;
end $$;

create trigger g10 before insert or update on report for each row execute function app.g_report();

-- N11: a submitted report is somebody's task until it is answered.
create function app.report_task() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state = 'submitted' then
    insert into task (id, body_id, kind, due_on, report_id)
    values (gen_random_uuid(), new.body_id, 'report.answer', coalesce(new.answer_due_on, app.today() + 7), new.id)
    on conflict (report_id) where kind = 'report.answer' do nothing;
  elsif new.state in ('answered', 'void') then
    update task set state = 'done', done_at = app.now(), done_by = app.actor(), version = version + 1
     where report_id = new.id and kind = 'report.answer' and state = 'open';
  end if;
  return null;
end $$;

create trigger report_task after insert or update of state on report for each row execute function app.report_task();

create function app.g_outbox() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d dispatch;
begin
  if new.state not in ('queued', 'sending')
     or split_part(new.kind, '.', 1) in ('stop', 'incident', 'report', 'recall') then
    return new;
  end if;
  if new.dispatch_id is not null then
    d := app.require_dispatch(new.dispatch_id);
    if d.stopped_at is not null then
      raise exception 'no mail about a stopped dispatch' using errcode = 'YN086';
    end if;
  elsif new.request_id is not null then
    perform 1 from dispatch_request where id = new.request_id and stopped_at is null for share;
    if not found then
      raise exception 'no mail about a stopped request' using errcode = 'YN086';
    end if;
  end if;
  return new;
end $$;

create trigger g10 before insert or update on outbox for each row execute function app.g_outbox();

-- ── Incidents: a severe one puts the dispatch on hold by itself, and is somebody's task at once ─────
create function app.incident_effect() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.holds_dispatch and new.dispatch_id is not null and (tg_op = 'INSERT' or not old.holds_dispatch) then
    perform app.require_dispatch(new.dispatch_id, true);
    update dispatch set state = 'paused', version = version + 1, updated_at = app.now()
     where id = new.dispatch_id and state in ('agreed', 'active');
  end if;
  if tg_op = 'INSERT' then
    insert into task (id, body_id, kind, due_on, incident_id)
    values (gen_random_uuid(), new.body_id, 'incident.followUp', app.today(), new.id);
  elsif new.state = 'closed' and old.state <> 'closed' then
    update task set state = 'done', done_at = app.now(), done_by = app.actor(), version = version + 1
     where incident_id = new.id and kind = 'incident.followUp' and state = 'open';
  end if;
  return null;
end $$;

create trigger incident_effect after insert or update on incident for each row execute function app.incident_effect();
