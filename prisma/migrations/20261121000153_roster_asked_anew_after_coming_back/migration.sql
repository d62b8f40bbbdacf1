-- Whoever withdrew and came back within the year is asked anew: the answer taken back stays as it was, and
-- only one question at a time is in force.
alter table reconfirmation drop constraint reconfirmation_body_id_person_id_fiscal_year_key;
create unique index reconfirmation_one_in_force on reconfirmation (body_id, person_id, fiscal_year)
  where revoked_at is null;

-- By this number the holder finds a person who withdrew on paper that is to be destroyed; the data itself is hidden.
alter table provision_entry add column registration_no text not null default '';
