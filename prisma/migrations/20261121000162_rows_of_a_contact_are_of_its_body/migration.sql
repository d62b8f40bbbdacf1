-- N14: methods and partners of a contact have no key that carries the body; so the policy asks for it.
drop policy caseload on contact_method;
create policy caseload on contact_method for all to yr_coordinator
  using (exists (select 1 from contact c where c.id = contact_id))
  with check (exists (select 1 from contact c where c.id = contact_id and c.body_id = contact_method.body_id));
drop policy caseload on contact_partner;
create policy caseload on contact_partner for all to yr_coordinator
  using (exists (select 1 from contact c where c.id = contact_id))
  with check (exists (select 1 from contact c where c.id = contact_id and c.body_id = contact_partner.body_id));
