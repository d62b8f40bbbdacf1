-- A function in SQL that is not written into the statement around it is planned at each call; one in PL/pgSQL once a
-- connection. What every page and every stop asks is therefore PL/pgSQL; what it says stays as it was said.
do $$
declare
  f record;
  rewritten int := 0;
begin
  for f in
    select p.oid, p.prosrc, p.proretset from pg_proc p join pg_language l on l.oid = p.prolang and l.lanname = 'sql'
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
    rewritten := rewritten + 1;
  end loop;
  if rewritten <> 15 then
    raise exception '% functions instead of 15', rewritten;
  end if;
end $$;

create or replace function app.now() returns timestamptz
language plpgsql stable as $$
begin
  return clock_timestamp();
end $$;

-- A stop takes the mails of its whole dispatch; no visit of it looks for its own again. Otherwise as before, but found
-- by the index however many mails there are.
create or replace function app.cancelled_visit() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from dispatch where id = new.dispatch_id and stopped_at is not null) then return null; end if;
  update outbox set state = 'cancelled', payload_enc = null, updated_at = app.now()
   where state = 'queued'
     and dedupe_key = any (array(select kind || ':' || x.visit_id || ':' || x.person_id
                                   from visit_supporter x, unnest(array['visit.booked', 'visit.reminder']) kind
                                  where x.visit_id = new.id));
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
