-- What sending mail and checking documents need beside their tables.

-- Mails whose sender may have died: looked for at every round.
create index outbox_sending on outbox (lease_until) where state = 'sending';

-- N8: may this mail leave? Holds the dispatch or request it is about until the end of the transaction, so
-- that a stop waits for the mail or the mail sees the stop. Asked before the outbox row itself is locked:
-- a stop locks in the order dispatch, outbox.
create function app.hold_for_mail(p_outbox uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m outbox;
begin
  select * into m from outbox where id = p_outbox;
  if not found then return false; end if;
  if split_part(m.kind, '.', 1) in ('stop', 'incident', 'report', 'recall') then return true; end if;
  if m.dispatch_id is not null then
    return (app.require_dispatch(m.dispatch_id)).stopped_at is null;
  elsif m.request_id is not null then
    perform 1 from dispatch_request where id = m.request_id and stopped_at is null for share;
    return found;
  end if;
  return true;
end $$;

-- Who works at a body's desk today in one of these roles, and where they read mail.
create function app.desk_readers(p_body uuid, p_roles text[]) returns table (person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct m.person_id
    from membership m
    join person p on p.id = m.person_id and p.login_email is not null
    join account a on a.person_id = m.person_id and a.status = 'active'
    left join contract c on c.id = m.contract_id
   where m.body_id = p_body and m.role = any (p_roles) and m.ended_at is null
     and app.today() between m.starts_on and m.ends_on
     and (m.contract_id is null or (c.ended_at is null and app.today() between c.starts_on and c.ends_on))
   order by m.person_id
$$;

-- As app.check_document, for whoever holds the file itself: is it, byte for byte, one that we keep.
create function app.check_file(p_sha256 bytea) returns table (
  kind text, body_name text, fiscal_year int, no int, form_no text, issued_at timestamptz, fingerprint bytea,
  voided boolean, check_code text
)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.kind, c.body_name, c.fiscal_year, c.no, c.form_no, c.issued_at, c.fingerprint, c.voided, d.check_code
    from document d
   cross join lateral app.check_document(d.check_code) c
   where d.file_sha256 = p_sha256
   order by d.issued_at
   limit 1
$$;

-- Every way of saying stop is told to the desk, at any hour (N9: nothing is waited for).
create function app.stop_mail() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into outbox (id, body_id, dispatch_id, request_id, kind, dedupe_key)
  values (gen_random_uuid(), new.body_id, new.dispatch_id, new.request_id, 'stop.staff', 'stop.staff:' || new.id);
  return null;
end $$;

create trigger stop_mail after insert on stop_request for each row execute function app.stop_mail();

revoke all on function app.hold_for_mail, app.desk_readers, app.check_file, app.stop_mail from public;
grant execute on function app.hold_for_mail, app.desk_readers to yr_job;
grant execute on function app.check_file
  to yr_public, yr_auth, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_auditor,
     yr_admin, yr_job;
