-- A call nobody took counts too: whether anybody was reached, and what was to happen next and when.
alter table contact_version
  add column reached       text not null default 'talked' check (reached in ('talked', 'noAnswer', 'silent')),
  add column next_step_enc bytea,
  add column next_on       date;
