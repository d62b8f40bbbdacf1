-- A roster that was handed over is open until the last day it was given for, and not a day longer.
drop policy recipient on provision_profile;
create policy recipient on provision_profile for select to yr_dispatch
  using (recipient_id = (select app.body()) and hidden_at is null
         and exists (select 1 from provision_entry e join provision p on p.id = e.provision_id
                      where e.id = entry_id and p.state = 'received' and p.expires_on >= app.today()));

drop policy recipient on document;
create policy recipient on document for select to yr_dispatch
  using (recipient_id = (select app.body()) and kind = 'provisionList' and voided_at is null
         and exists (select 1 from provision p
                      where p.id = provision_id and p.state = 'received' and p.expires_on >= app.today()));
