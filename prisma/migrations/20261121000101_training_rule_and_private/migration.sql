-- The completion rule of a course, and two answers of an applicant that are nobody else's business.

-- Sessions to be attended of all ordinary ones, beside every required one; null: all of them.
alter table course add column min_sessions int check (min_sessions > 0);

alter table application_private
  add column birth_enc bytea,
  add column note_enc  bytea;
