-- What a provision contains and under which terms, the number a recipient may call a person by, and until
-- when a question about being willing can be answered.

-- The version of the handling terms that the recipient accepts; a version is never changed.
alter table provision add column terms_id uuid references setting_version;

-- Items of a provision; those a person did not allow are missing from that person's profile.
create table provision_item (
  provision_id uuid not null,
  body_id      uuid not null,
  recipient_id uuid not null,
  item         text not null check (item in ('workingName', 'area', 'phone', 'address', 'peer')),
  primary key (provision_id, item),
  foreign key (provision_id, body_id, recipient_id) references provision (id, body_id, recipient_id)
);
alter table provision_item enable row level security;
create policy provider on provision_item for all to yr_roster
  using (body_id = (select app.body())) with check (body_id = (select app.body()));
create policy recipient on provision_item for select to yr_dispatch
  using (recipient_id = (select app.body()));
grant select, insert on provision_item to yr_roster;
grant select on provision_item to yr_dispatch;

alter table provision_profile add column registration_no text not null default '';

alter table reconfirmation add column due_on date;
create index reconfirmation_due on reconfirmation (due_on) where state = 'asked' and revoked_at is null;

-- N10: a printed list that still shows somebody who withdrew is no longer handed out. The recall's own
-- transaction has its audit row.
create function app.void_recalled_list() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update document set voided_at = app.now()
   where provision_id = new.provision_id and kind = 'provisionList' and voided_at is null;
  return null;
end $$;
revoke all on function app.void_recalled_list() from public;

create trigger void_recalled_list after update on provision_entry
  for each row when (old.recall_requested_at is null and new.recall_requested_at is not null
                     and new.released_at is not null)
  execute function app.void_recalled_list();

-- The recipient sees no name before accepting the handling terms, whatever a page does.
drop policy recipient on provision_profile;
create policy recipient on provision_profile for select to yr_dispatch
  using (recipient_id = (select app.body()) and hidden_at is null
         and exists (select 1 from provision_entry e join provision p on p.id = e.provision_id
                      where e.id = entry_id and p.state = 'received'));

drop policy recipient on document;
create policy recipient on document for select to yr_dispatch
  using (recipient_id = (select app.body()) and kind = 'provisionList' and voided_at is null
         and exists (select 1 from provision p where p.id = provision_id and p.state = 'received'));

-- The giving desk tells the receiving one that a roster waits.
create policy roster_tells on outbox for insert to yr_roster
  with check (state = 'queued' and attempts = 0 and kind = 'provision.delivered'
              and exists (select 1 from provision p where p.recipient_id = outbox.body_id));

-- Which question an unused link is for; the holder of the link is asked about nothing else.
create function app.link_reconfirmation(p_token_hash bytea) returns table (id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select q.id
    from link_token l join reconfirmation q on q.id = l.reconfirmation_id
   where l.token_hash = p_token_hash and l.purpose = 'reconfirmation.answer'
     and l.used_at is null and l.expires_at > app.now() and q.person_id = app.actor()
$$;
revoke all on function app.link_reconfirmation(bytea) from public;
grant execute on function app.link_reconfirmation(bytea) to yr_supporter;
