-- N1, N2, N3, N10: nothing is done with a person whose consent is not in force at this instant.
-- Each guard looks at the consent under a lock that a withdrawal needs too, runs as the owner (row-level
-- security must not hide what it asks for) and refuses when it finds nothing.
-- SQLSTATE: YN011–YN016, YN021–YN024, YN101–YN103.

-- The consent of a registration, held; p_code is what the caller's invariant is called.
create function app.require_consent(p_roster_entry uuid, p_code text) returns roster_consent
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c roster_consent;
begin
  select k.* into c
    from roster_consent k join roster_entry e on e.consent_id = k.id
   where e.id = p_roster_entry
     for share of k;
  if not found or c.state <> 'signed' then
    raise exception 'roster consent is not in force' using errcode = p_code;
  end if;
  if not exists (select 1 from roster_entry
                  where id = p_roster_entry and state = 'active' and app.today() between valid_from and valid_to) then
    raise exception 'roster entry is not active' using errcode = p_code;
  end if;
  return c;
end $$;

-- ── Consent ─────────────────────────────────────────────────────────────────────────────────────────
-- A paper signature needs the paper, recorded by the office; whoever read alone acknowledged every item.
create function app.check_signing(c roster_consent) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if c.method = 'paperScan' then
    if current_setting('role', true) = 'yr_supporter'
       or not exists (select 1 from consent_paper where consent_id = c.id and rejected_at is null) then
      raise exception 'no signed paper of this consent' using errcode = 'YN016';
    end if;
  elsif c.explained_by is null and exists (
    select no from explanation_item where text_id = c.text_id
    except select item_no from explanation_ack where consent_id = c.id
  ) then
    raise exception 'not every item was acknowledged' using errcode = 'YN015';
  end if;
end $$;

create function app.g_consent() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.state in ('withdrawn', 'lapsed')
       and (new.state <> old.state or new.withdrawn_at is distinct from old.withdrawn_at) then
      raise exception 'a withdrawn consent does not come back' using errcode = 'YN102';
    end if;
    if old.state <> 'explained'
       and (new.text_id, new.signed_at, new.method, new.explained_at, new.explained_by, new.person_id, new.body_id)
           is distinct from
           (old.text_id, old.signed_at, old.method, old.explained_at, old.explained_by, old.person_id, old.body_id) then
      raise exception 'a signed consent is not edited' using errcode = 'YN014';
    end if;
  end if;
  if new.state = 'signed' and (tg_op = 'INSERT' or old.state = 'explained') then
    perform app.check_signing(new);
  end if;
  return new;
end $$;

create trigger g10 before insert or update on roster_consent for each row execute function app.g_consent();

-- Who receives the roster is part of what was signed.
create function app.g_consent_recipient() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  consent uuid := case when tg_op = 'DELETE' then old.consent_id else new.consent_id end;
begin
  perform 1 from roster_consent where id = consent and state = 'explained' for no key update;
  if not found then
    raise exception 'recipients are chosen before the signature' using errcode = 'YN014';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger g10 before insert or update or delete on roster_consent_recipient
  for each row execute function app.g_consent_recipient();

-- ── Roster ──────────────────────────────────────────────────────────────────────────────────────────
create function app.g_roster_entry() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c roster_consent;
begin
  if tg_op = 'UPDATE' and new.state = 'ended' then return new; end if;
  if tg_op = 'UPDATE' and old.state = 'ended' then
    raise exception 'an ended registration does not come back' using errcode = 'YN013';
  end if;
  select * into c from roster_consent where id = new.consent_id for share;
  if not found or c.state <> 'signed' then
    raise exception 'no signed consent' using errcode = 'YN011';
  end if;
  perform 1 from completion where id = new.completion_id and voided_at is null for share;
  if not found then
    raise exception 'no completion' using errcode = 'YN012';
  end if;
  return new;
end $$;

create trigger g10 before insert or update on roster_entry for each row execute function app.g_roster_entry();

-- Whoever is on a roster has the one row that bookings of all bodies queue on.
create function app.make_supporter() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into supporter (person_id) values (new.person_id) on conflict do nothing;
  return null;
end $$;

create trigger make_supporter after insert on roster_entry for each row execute function app.make_supporter();

-- ── Provision ───────────────────────────────────────────────────────────────────────────────────────
create function app.g_provision_entry() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c roster_consent;
begin
  if tg_op = 'UPDATE' then
    if old.recall_requested_at is not null and new.recall_requested_at is distinct from old.recall_requested_at then
      raise exception 'a recall stands' using errcode = 'YN103';
    end if;
    if new.released_at is null or old.released_at is not null then return new; end if;
  end if;
  c := app.require_consent(new.roster_entry_id, 'YN021');
  if not c.covers_planned and not exists (
    select 1 from roster_consent_recipient r where r.consent_id = c.id and r.recipient_id = new.recipient_id
  ) then
    raise exception 'recipient not covered by the consent' using errcode = 'YN023';
  end if;
  if not exists (
    select 1 from programme p join provision v on v.id = new.provision_id
     where p.body_id = new.recipient_id and p.kind = 'dispatch'
       and p.fiscal_year = v.fiscal_year and p.status in ('planned', 'operating')
  ) then
    raise exception 'recipient neither runs nor plans dispatch' using errcode = 'YN024';
  end if;
  return new;
end $$;

create trigger g10 before insert or update on provision_entry for each row execute function app.g_provision_entry();

create function app.g_provision_profile() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c roster_consent;
begin
  if tg_op = 'UPDATE' and new.hidden_at is not null then return new; end if;
  select k.* into c
    from provision_entry e
    join roster_entry r on r.id = e.roster_entry_id
    join roster_consent k on k.id = r.consent_id
   where e.id = new.entry_id
     for share of k;
  if not found or c.state <> 'signed' then
    raise exception 'roster consent is not in force' using errcode = 'YN021';
  end if;
  if (new.phone_enc is not null and not c.allow_phone)
     or (new.address_enc is not null and not c.allow_address)
     or (new.is_peer is not null and not c.allow_peer) then
    raise exception 'an item the person did not allow' using errcode = 'YN022';
  end if;
  return new;
end $$;

create trigger g10 before insert or update on provision_profile for each row execute function app.g_provision_profile();

create function app.g_reconfirmation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.revoked_at is not null and new.revoked_at is null then
    raise exception 'revoked by withdrawal' using errcode = 'YN101';
  end if;
  if new.revoked_at is null and new.state in ('asked', 'willing') then
    perform app.require_consent((select roster_entry_id from provision_entry where id = new.provision_entry_id), 'YN101');
  end if;
  return new;
end $$;

create trigger g10 before insert or update on reconfirmation for each row execute function app.g_reconfirmation();

-- ── N10: the effect of a withdrawal, in the transaction of the word, whichever way it was said ──────
create function app.withdraw_dispatches(p_consent uuid, p_person uuid, p_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d record;
begin
  for d in
    select x.id, x.state
      from dispatch_supporter ds
      join roster_entry r on r.id = ds.roster_entry_id
      join dispatch x on x.id = ds.dispatch_id
     where r.consent_id = p_consent and ds.ended_at is null
     order by x.id
       for no key update of x
  loop
    -- the only supporter: it stops; one of two: it pauses until the others have agreed anew
    if d.state not in ('preparing', 'stopped', 'ended')
       and (select count(*) from dispatch_supporter where dispatch_id = d.id and ended_at is null) = 1 then
      perform app.stop_dispatch(d.id, p_at);
    elsif d.state in ('agreed', 'active') then
      update dispatch set state = 'paused', version = version + 1, updated_at = p_at where id = d.id;
    end if;
    update visit v
       set state = 'cancelled', live = false, cancelled_by = 'withdrawal', version = v.version + 1
     where v.dispatch_id = d.id and v.state = 'scheduled' and v.starts_at > p_at
       and exists (select 1 from visit_supporter s where s.visit_id = v.id and s.person_id = p_person);
    update dispatch_supporter set ended_at = p_at, access_until = p_at
     where dispatch_id = d.id and person_id = p_person and ended_at is null;
    update agreement set state = 'void', version = version + 1
     where dispatch_id = d.id and person_id = p_person and state = 'pending';
  end loop;
end $$;

create function app.withdraw_cascade() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t timestamptz := app.now();
begin
  update roster_entry set state = 'ended', end_reason = 'withdrawn', version = version + 1
   where consent_id = new.id and state <> 'ended';
  update provision_profile p set hidden_at = t
    from provision_entry e join roster_entry r on r.id = e.roster_entry_id
   where p.entry_id = e.id and r.consent_id = new.id and p.hidden_at is null;
  with recalled as (
    update provision_entry e set recall_requested_at = t
      from roster_entry r
     where r.id = e.roster_entry_id and r.consent_id = new.id and e.recall_requested_at is null
    returning e.*
  )
  insert into outbox (id, body_id, kind, dedupe_key)
  select gen_random_uuid(), recipient_id, 'recall.request', 'recall:' || id from recalled;
  update reconfirmation q set revoked_at = t, version = q.version + 1
    from provision_entry e join roster_entry r on r.id = e.roster_entry_id
   where q.provision_entry_id = e.id and r.consent_id = new.id and q.revoked_at is null;
  update proposal p set state = 'cancelled', version = p.version + 1
    from reconfirmation q
    join provision_entry e on e.id = q.provision_entry_id
    join roster_entry r on r.id = e.roster_entry_id
   where p.reconfirmation_id = q.id and r.consent_id = new.id and p.state in ('sent', 'interested');
  perform app.withdraw_dispatches(new.id, new.person_id, t);
  perform app.audit('consent.withdrawn', 'roster_consent', new.id::text, '', new.body_id);
  return null;
end $$;

create trigger withdraw_cascade after update on roster_consent
  for each row when (old.state = 'signed' and new.state = 'withdrawn') execute function app.withdraw_cascade();
