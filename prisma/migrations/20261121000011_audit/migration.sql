-- N13: every change finds a row of its own transaction in the audit chain; rows of the chain never change.
-- SQLSTATE of this file: YN130 change without audit, YN131 audit changed, YN132 written once, YN133 issued document.

-- Every field is preceded by its length, so that no two rows have the same text; time is fixed UTC text.
create function app.audit_digest(l audit_log) returns bytea
language sql immutable as $$
  select sha256(l.prev || convert_to(concat_ws(E'\x1f',
    length(l.chain), l.chain,
    l.seq,
    to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    length(l.actor), l.actor,
    length(l.role), l.role,
    length(l.action), l.action,
    length(l.entity), l.entity,
    length(l.entity_id), l.entity_id,
    encode(l.detail_hash, 'hex')), 'UTF8'))
$$;

-- Call it last in a transaction: the head of the chain stays locked until the commit.
create function app.audit(
  p_action text, p_entity text, p_entity_id text, p_payload text default '', p_body uuid default null
) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l audit_log;
  h audit_head;
begin
  l.chain := coalesce(app.body()::text, p_body::text, 'system');
  insert into audit_head values (l.chain, 0, sha256(convert_to('genesis:' || l.chain, 'UTF8')))
    on conflict do nothing;
  select * into h from audit_head where chain = l.chain for update;
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

create function app.audit_deny() returns trigger
language plpgsql as $$
begin
  raise exception 'audit is append-only' using errcode = 'YN131';
end $$;

create trigger audit_log_deny before update or delete on audit_log
  for each row execute function app.audit_deny();
create trigger audit_log_truncate before truncate on audit_log
  for each statement execute function app.audit_deny();

-- The proof is a row, not a note in a setting: a setting can be forged.
create function app.audit_required() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from audit_log where xid = pg_current_xact_id()::text::bigint) then
    raise exception 'change of % without an audit row in the same transaction', tg_table_name using errcode = 'YN130';
  end if;
  return null;
end $$;

-- The first row of a chain that is wrong, or nothing. Cutting off the tail and repairing the head is seen only
-- by comparing with an anchor kept elsewhere.
create function app.audit_verify(p_chain text) returns table (bad_seq bigint, why text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  r audit_log;
  h audit_head;
  d text;
  p bytea := sha256(convert_to('genesis:' || p_chain, 'UTF8'));
  n bigint := 0;
begin
  for r in select * from audit_log where chain = p_chain order by seq loop
    n := n + 1;
    if r.seq <> n then
      return query select r.seq, 'missing row'; return;
    elsif r.prev <> p then
      return query select r.seq, 'prev mismatch'; return;
    elsif r.hash <> app.audit_digest(r) then
      return query select r.seq, 'content altered'; return;
    end if;
    select payload into d from audit_detail where chain = r.chain and seq = r.seq;
    if found and sha256(convert_to(d, 'UTF8')) <> r.detail_hash then
      return query select r.seq, 'detail altered'; return;
    end if;
    p := r.hash;
  end loop;
  select * into h from audit_head where chain = p_chain;
  if not found or h.seq <> n or h.hash <> p then
    return query select n, 'head mismatch';
  end if;
end $$;

-- Every chain with its head (to be anchored elsewhere) and its first wrong row, if any.
create function app.audit_verify_all() returns table (chain text, seq bigint, hash bytea, bad_seq bigint, why text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.chain, h.seq, h.hash, v.bad_seq, v.why
    from (select chain from audit_head union select distinct chain from audit_log) c
    left join audit_head h on h.chain = c.chain
    left join lateral app.audit_verify(c.chain) v on true
   order by c.chain
$$;

-- ── Written once ────────────────────────────────────────────────────────────────────────────────────
create function app.g_append_only() returns trigger
language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'YN132';
end $$;

do $$
declare
  t text;
begin
  foreach t in array array[
    'setting_version', 'consent_text', 'explanation_item', 'explanation_ack', 'signature', 'stored_file',
    'access_grant', 'contact_version', 'contact_method', 'contact_partner', 'hearing_sheet_version',
    'candidate_search', 'visit_signal', 'report_shared', 'report_private', 'advice',
    'contact_tree_version', 'contact_tree_step', 'incident_report', 'incident_call', 'stop_request'
  ] loop
    -- a stop is never deleted; its follow-up is the one thing that moves
    execute format('create trigger g00_append_only before %s on %I for each row execute function app.g_append_only()',
      case when t = 'stop_request' then 'delete' else 'update or delete' end, t);
  end loop;
end $$;

-- What was issued stays as it was issued; rendering fills in the file once, and it can be declared void once.
create function app.g_document() returns trigger
language plpgsql as $$
declare
  moving text[] := array['state', 'attempts', 'last_error'];
begin
  if tg_op = 'DELETE' then
    raise exception 'an issued document is not removed' using errcode = 'YN133';
  end if;
  if old.state = 'ready' then moving := array[]::text[]; else moving := moving || array['file_sha256', 'page_count']; end if;
  if old.voided_at is null then moving := moving || array['voided_at']; end if;
  if (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving) then
    raise exception 'an issued document is not changed' using errcode = 'YN133';
  end if;
  return new;
end $$;

create trigger g10 before update or delete on document for each row execute function app.g_document();

-- ── A change of anything with a person or a decision in it needs its audit row before the commit ────
-- Left out: machinery (sessions, links, counters, mail, drafts, files) and rows that ride with their parent.
do $$
declare
  t text;
begin
  for t in
    select tablename from pg_tables
     where schemaname = 'public' and tablename not in (
       '_prisma_migrations', 'audit_head', 'audit_log', 'audit_detail', 'session', 'login_bucket', 'link_token',
       'number_series', 'outbox', 'idempotency', 'draft', 'job_run', 'stored_file',
       'supporter_avoid', 'roster_consent_recipient', 'reconfirmation_area', 'reconfirmation_slot',
       'reconfirmation_step', 'request_slot', 'contact_method', 'contact_partner', 'visit_client')
     order by tablename
  loop
    execute format('create constraint trigger z_audit after insert or update or delete on %I '
      'deferrable initially deferred for each row execute function app.audit_required()', t);
  end loop;
end $$;
