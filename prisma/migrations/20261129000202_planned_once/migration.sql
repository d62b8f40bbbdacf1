-- A function in SQL that is not written into the statement around it is planned at each call; one in PL/pgSQL once a
-- connection. What every page and every stop asks is therefore PL/pgSQL; what it says stays as it was said.
do $$
declare
  f record;
begin
  for f in
    select p.oid, p.prosrc, p.proretset from pg_proc p
     where p.pronamespace = 'app'::regnamespace
       and p.proname in ('all_agreed', 'card_request', 'card_dispatches', 'my_cases', 'my_case_requests', 'my_case_dispatches',
                         'my_dispatches', 'my_dispatches_ever', 'my_dispatch_bodies', 'my_parties', 'my_visits',
                         'dispatch_supporters', 'desk_readers', 'staff_name', 'audit_digest')
  loop
    execute replace(
      replace(pg_get_functiondef(f.oid), ' LANGUAGE sql', ' LANGUAGE plpgsql'), f.prosrc,
      case when f.proretset
        then format(E'\n#variable_conflict use_column\nbegin\n  return query\n%s;\nend ', f.prosrc)
        else format(E'\nbegin\n  return (%s);\nend ', f.prosrc) end);
  end loop;
end $$;

create or replace function app.now() returns timestamptz
language plpgsql stable as $$
begin
  return clock_timestamp();
end $$;

-- The mails of a visit are found by their dispatch, however many mails there are.
create or replace function app.cancelled_visit() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update outbox set state = 'cancelled', payload_enc = null, updated_at = app.now()
   where dispatch_id = new.dispatch_id and state = 'queued'
     and dedupe_key in (select kind || ':' || x.visit_id || ':' || x.person_id
                          from visit_supporter x, unnest(array['visit.booked', 'visit.reminder']) kind
                         where x.visit_id = new.id);
  return null;
end $$;

-- The head of a chain is written once, so it is looked for first.
create or replace function app.audit(
  p_action text, p_entity text, p_entity_id text, p_payload text default '', p_body uuid default null
) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l audit_log;
  h audit_head;
begin
  l.chain := coalesce(app.body()::text, p_body::text, 'system');
  select * into h from audit_head where chain = l.chain for update;
  if not found then
    insert into audit_head values (l.chain, 0, app.audit_genesis(l.chain)) on conflict do nothing;
    select * into h from audit_head where chain = l.chain for update;
  end if;
  l.seq := h.seq + 1;
  l.at := app.now();
  l.xid := pg_current_xact_id()::text::bigint;
  l.actor := coalesce(app.actor()::text, app.party()::text, 'system');
  l.role := coalesce(nullif(current_setting('role', true), 'none'), session_user);
  l.action := p_action;
  l.entity := p_entity;
  l.entity_id := p_entity_id;
  l.detail_hash := sha256(convert_to(p_payload, 'UTF8'));
  l.prev := h.hash;
  l.hash := app.audit_digest(l);
  insert into audit_log select l.*;
  insert into audit_detail values (l.chain, l.seq, p_payload);
  update audit_head set seq = l.seq, hash = l.hash where chain = l.chain;
  return l.seq;
end $$;

-- A form's key may be kept together with its answer, where that is known beforehand.
drop function app.claim_key(uuid, text, text, bytea);
create function app.claim_key(p_key uuid, p_actor text, p_route text, p_body_hash bytea, p_answer jsonb default null)
returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  i idempotency;
begin
  -- waits for a transaction that is just using the key
  insert into idempotency (key, actor, route, body_hash, result) values (p_key, p_actor, p_route, p_body_hash, p_answer)
    on conflict do nothing;
  if found then return null; end if;
  select * into i from idempotency where key = p_key;
  if (i.actor, i.route, i.body_hash) is distinct from (p_actor, p_route, p_body_hash) then
    raise exception 'this form was sent with other content' using errcode = 'YN190';
  end if;
  return coalesce(i.result, '{"ok": true, "value": null}');
end $$;
revoke all on function app.claim_key from public;
grant execute on function app.claim_key
  to yr_public, yr_auth, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_auditor,
     yr_admin, yr_job, yr_link;

create or replace function app.say_stop(
  p_card bytea, p_id uuid, p_key uuid, p_actor text, p_route text, p_body_hash bytea, p_answer jsonb
) returns jsonb
language plpgsql set search_path = public, pg_temp as $$
declare
  e app.entrance;
  earlier jsonb;
begin
  select * into e from app.enter_card(p_card);
  perform set_config('role', e.role, true), set_config('app.actor', '', true),
          set_config('app.body', e.body::text, true), set_config('app.party', e.party::text, true);
  if p_key is not null then
    earlier := app.claim_key(p_key, p_actor, p_route, p_body_hash, p_answer);
    if earlier is not null then return earlier; end if;
  end if;
  insert into stop_request (id, body_id, request_id, party_id, channel)
  select p_id, e.body, r.id, e.party, 'card' from dispatch_request r where r.id = e.request and r.stopped_at is null;
  if not found and not exists (select from dispatch_request r where r.id = e.request) then
    raise exception 'no such request' using errcode = 'YN080';
  end if;
  set constraints all immediate;
  return p_answer;
end $$;
