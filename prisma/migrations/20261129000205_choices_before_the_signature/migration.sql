-- N1: nobody signs what he has not chosen. "Not chosen yet" and "chose no" are two things: the instant of the choosing
-- tells them apart, and the printed form ticks nothing before it.
-- SQLSTATE: YN017 the choices were not made before the signature. What is signed already stays as it was signed.
alter table roster_consent add column chosen_at timestamptz(3);
grant update (chosen_at) on roster_consent to yr_supporter;

-- Whoever chose before the column was there is not asked again: the trail says when.
do $$
begin
  update roster_consent c set chosen_at = t.at
    from (select entity_id, max(at) as at from audit_log
           where action = 'consent.choose' and entity = 'roster_consent' group by entity_id) t
   where t.entity_id = c.id::text;
  if found then perform app.audit('consent.change', 'roster_consent', '', 'chosen_at'); end if;
end $$;

create or replace function app.check_signing(c roster_consent) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if c.chosen_at is null or c.chosen_at > c.signed_at then
    raise exception 'the choices were not made' using errcode = 'YN017';
  end if;
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

-- What was chosen is part of what was signed.
create or replace function app.g_consent() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.state in ('withdrawn', 'lapsed')
       and (new.state <> old.state or new.withdrawn_at is distinct from old.withdrawn_at) then
      raise exception 'a withdrawn consent does not come back' using errcode = 'YN102';
    end if;
    if old.state <> 'explained'
       and (new.text_id, new.signed_at, new.method, new.explained_at, new.explained_by, new.person_id, new.body_id,
            new.chosen_at, new.allow_phone, new.allow_address, new.allow_peer, new.allow_photo)
           is distinct from
           (old.text_id, old.signed_at, old.method, old.explained_at, old.explained_by, old.person_id, old.body_id,
            old.chosen_at, old.allow_phone, old.allow_address, old.allow_peer, old.allow_photo) then
      raise exception 'a signed consent is not edited' using errcode = 'YN014';
    end if;
  end if;
  if new.state = 'signed' and (tg_op = 'INSERT' or old.state = 'explained') then
    perform app.check_signing(new);
  end if;
  return new;
end $$;
