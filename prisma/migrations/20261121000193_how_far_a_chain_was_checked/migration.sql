-- How far each audit chain has been reckoned, so that a page reckons the newest rows alone. A shortened check trusts
-- what was checked before: the whole of a chain is reckoned anew by audit:verify, which trusts nothing of this table.
create table audit_checked (
  chain    text primary key,
  -- every row up to here, with the hash it had then
  seq      bigint not null,
  hash     bytea  not null,
  -- when everything from the first row on was reckoned last
  whole_at timestamptz(3),
  -- the first wrong row that was found; only a check of everything that finds none takes it back
  bad_seq  bigint,
  why      text,
  constraint audit_checked_verdict check ((bad_seq is null) = (why is null))
);
-- only functions touch it
alter table audit_checked enable row level security;

-- Reckons a chain from a checked row on, p_limit rows at most (null: to its end): how far that is and with which hash,
-- and the first wrong row, if any. The head is compared when the end is reached. One snapshot for all of it.
create function app.audit_reckon(p_chain text, p_seq bigint, p_hash bytea, p_limit int)
returns table (seq bigint, hash bytea, bad_seq bigint, why text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  r audit_log;
  h audit_head;
  d text;
  p bytea := p_hash;
  n bigint := p_seq;
begin
  if n > 0 and not exists (select 1 from audit_log l where l.chain = p_chain and l.seq = n and l.hash = p) then
    return query select n, p, n, 'content altered'; return;
  end if;
  for r in select * from audit_log l where l.chain = p_chain and l.seq > p_seq order by l.seq limit p_limit loop
    if r.seq <> n + 1 then
      return query select n, p, r.seq, 'missing row'; return;
    elsif r.prev <> p then
      return query select n, p, r.seq, 'prev mismatch'; return;
    elsif r.hash <> app.audit_digest(r) then
      return query select n, p, r.seq, 'content altered'; return;
    end if;
    select payload into d from audit_detail t where t.chain = r.chain and t.seq = r.seq;
    if found and sha256(convert_to(d, 'UTF8')) <> r.detail_hash then
      return query select n, p, r.seq, 'detail altered'; return;
    end if;
    n := r.seq;
    p := r.hash;
  end loop;
  select * into h from audit_head a where a.chain = p_chain;
  if p_limit is null or n - p_seq < p_limit then
    if h.chain is null or h.seq <> n or h.hash <> p then
      return query select n, p, n, 'head mismatch'; return;
    end if;
  end if;
  return query select n, p, null::bigint, null::text;
end $$;

create function app.audit_genesis(p_chain text) returns bytea
language sql immutable as $$ select sha256(convert_to('genesis:' || p_chain, 'UTF8')) $$;

create or replace function app.audit_verify(p_chain text) returns table (bad_seq bigint, why text)
language sql stable security definer set search_path = public, pg_temp as $$
  select bad_seq, why from app.audit_reckon(p_chain, 0, app.audit_genesis(p_chain), null) where why is not null
$$;

-- For audit:verify: reckons everything of every chain, and keeps what came out.
create function app.audit_verify_and_keep() returns table (chain text, seq bigint, hash bytea, bad_seq bigint, why text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  for chain, seq, hash, bad_seq, why in select v.chain, v.seq, v.hash, v.bad_seq, v.why from app.audit_verify_all() v loop
    insert into audit_checked as k (chain, seq, hash, whole_at, bad_seq, why)
    values (chain, case when why is null then seq else 0 end,
            case when why is null then hash else app.audit_genesis(chain) end, app.now(), bad_seq, why)
        on conflict (chain) do update
       set seq = case when excluded.why is null then excluded.seq else k.seq end,
           hash = case when excluded.why is null then excluded.hash else k.hash end,
           whole_at = excluded.whole_at, bad_seq = excluded.bad_seq, why = excluded.why;
    return next;
  end loop;
end $$;

-- For the job: moves each chain on by p_limit rows at most; a chain that was found broken stays where it is.
create function app.audit_advance(p_limit int) returns table (chain text, done bigint, bad_seq bigint, why text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  k audit_checked;
  v record;
begin
  insert into audit_checked (chain, seq, hash)
  select a.chain, 0, app.audit_genesis(a.chain) from audit_head a on conflict do nothing;
  for k in select c.* from audit_checked c join audit_head a on a.chain = c.chain
            where c.why is null and a.seq <> c.seq order by c.chain for update of c skip locked loop
    select * into v from app.audit_reckon(k.chain, k.seq, k.hash, p_limit);
    update audit_checked c set seq = v.seq, hash = v.hash, bad_seq = v.bad_seq, why = v.why where c.chain = k.chain;
    return query select k.chain, v.seq - k.seq, v.bad_seq, v.why;
  end loop;
end $$;

-- Does the chain of the acting body hold? Reckons p_limit rows at most beyond what was checked, and says how far that
-- is, of how many, and when everything was checked last.
drop function app.audit_check();
create function app.audit_check(p_limit int)
returns table (seq bigint, total bigint, whole_at timestamptz, bad_seq bigint, why text)
language sql stable security definer set search_path = public, pg_temp as $$
  with k as (
    select b.chain, coalesce(c.seq, 0) as seq, coalesce(c.hash, app.audit_genesis(b.chain)) as hash, c.whole_at, c.bad_seq, c.why
      from (select app.body()::text as chain) b left join audit_checked c on c.chain = b.chain
  )
  select v.seq, coalesce(a.seq, 0), k.whole_at, coalesce(k.bad_seq, v.bad_seq), coalesce(k.why, v.why)
    from k
    left join audit_head a on a.chain = k.chain
   cross join lateral app.audit_reckon(k.chain, k.seq, k.hash, p_limit) v
$$;

-- The trail page by page: rows before a number, and how many there are in all.
drop function app.audit_trail(uuid, int);
create function app.audit_trail(p_entity uuid, p_before bigint, p_limit int) returns table (
  seq bigint, at timestamptz, actor_name text, role text, action text, entity text, entity_id text, hash bytea
)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if p_entity is null and current_setting('role', true) <> 'yr_auditor' or p_entity is not null and not app.trail_allowed(p_entity) then
    return;
  end if;
  return query
    select l.seq, l.at, p.display_name, l.role, l.action, l.entity, l.entity_id, l.hash
      from audit_log l
      left join person p on p.id::text = l.actor
     where l.chain = app.body()::text
       and (p_entity is null or l.entity_id = any (array(select e::text from app.trail_entities(p_entity) e)))
       and (p_before is null or l.seq < p_before)
     order by l.seq desc
     limit p_limit;
end $$;

create function app.audit_trail_count(p_entity uuid) returns bigint
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if p_entity is null and current_setting('role', true) <> 'yr_auditor' or p_entity is not null and not app.trail_allowed(p_entity) then
    return 0;
  elsif p_entity is null then
    return coalesce((select h.seq from audit_head h where h.chain = app.body()::text), 0);
  end if;
  return (select count(*) from audit_log l
           where l.chain = app.body()::text
             and l.entity_id = any (array(select e::text from app.trail_entities(p_entity) e)));
end $$;

revoke all on function app.audit_reckon, app.audit_genesis, app.audit_verify_and_keep, app.audit_advance, app.audit_check,
  app.audit_trail, app.audit_trail_count from public;
grant execute on function app.audit_check, app.audit_trail, app.audit_trail_count to yr_auditor, yr_dispatch, yr_coordinator;
grant execute on function app.audit_advance to yr_job;
