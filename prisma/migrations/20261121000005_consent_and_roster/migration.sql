-- The consent to be on the roster, the roster, its provision to municipalities, and the yearly question
-- whether somebody is still willing. Owner: the training body; a provision has two ends.

-- ── Consent ─────────────────────────────────────────────────────────────────────────────────────────
create table consent_text (
  id            uuid primary key,
  body_id       uuid  not null references body,
  no            int   not null,
  title         text  not null,
  body          jsonb not null,
  sha256        bytea not null,
  in_force_from date  not null,
  created_at    timestamptz(3) not null default app.now(),
  unique (body_id, no),
  unique (id, body_id)
);

create table explanation_item (
  text_id uuid not null,
  body_id uuid not null,
  no      int  not null,
  title   text not null,
  text    text not null,
  primary key (text_id, no),
  foreign key (text_id, body_id) references consent_text (id, body_id)
);

-- state 'explained' is the reading: explained_at is empty until every item has been acknowledged.
-- explained_by is empty when somebody reads it alone on the screen.
create table roster_consent (
  id             uuid primary key,
  body_id        uuid not null references body,
  person_id      uuid not null references person,
  text_id        uuid not null,
  state          text not null check (state in ('explained', 'signed', 'withdrawn', 'lapsed')),
  explained_at   timestamptz(3),
  explained_by   uuid,
  signed_at      timestamptz(3),
  method         text check (method in ('drawn', 'paperScan', 'typed')),
  withdrawn_at   timestamptz(3),
  covers_planned boolean not null default false,
  allow_phone    boolean not null default false,
  allow_address  boolean not null default false,
  allow_peer     boolean not null default false,
  allow_photo    boolean not null default false,
  closed_on      date,
  retain_until   date,
  hold_reason    text,
  version        int not null default 1,
  created_at     timestamptz(3) not null default app.now(),
  foreign key (text_id, body_id) references consent_text (id, body_id),
  unique (id, body_id),
  unique (id, body_id, person_id),
  constraint roster_consent_explained_first
    check (signed_at is null or (explained_at is not null and explained_at < signed_at)),
  constraint roster_consent_signed check ((state = 'explained') = (signed_at is null)),
  constraint roster_consent_method check (signed_at is null or method is not null),
  constraint roster_consent_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create unique index roster_consent_one_in_force on roster_consent (person_id, body_id) where state = 'signed';
create index on roster_consent (person_id);
create index on roster_consent (body_id, state);

create table roster_consent_recipient (
  consent_id   uuid not null references roster_consent,
  recipient_id uuid not null references body,
  primary key (consent_id, recipient_id)
);

create table explanation_ack (
  consent_id uuid not null,
  body_id    uuid not null,
  person_id  uuid not null,
  item_no    int  not null,
  at         timestamptz(3) not null default app.now(),
  primary key (consent_id, item_no),
  foreign key (consent_id, body_id, person_id) references roster_consent (id, body_id, person_id)
);

-- A paper with ink on it, photographed by its owner or scanned by the office.
create table consent_paper (
  id            uuid  primary key,
  body_id       uuid  not null,
  consent_id    uuid  not null,
  person_id     uuid  not null,
  file_sha256   bytea not null references stored_file,
  uploaded_at   timestamptz(3) not null default app.now(),
  confirmed_at  timestamptz(3),
  confirmed_by  uuid,
  rejected_at   timestamptz(3),
  reject_reason text,
  version       int not null default 1,
  foreign key (consent_id, body_id, person_id) references roster_consent (id, body_id, person_id),
  check (confirmed_at is null or rejected_at is null)
);
create index on consent_paper (consent_id);
create index on consent_paper (file_sha256);

-- The act of signing, of a roster consent or of an agreement; prev_hash chains renewals and withdrawals.
create table signature (
  id                uuid  primary key,
  body_id           uuid  not null,
  roster_consent_id uuid,
  agreement_id      uuid,
  method            text  not null check (method in ('drawn', 'paperScan', 'typed', 'readBack')),
  strokes_enc       bytea,
  signed_name       text,
  proxy_name        text,
  relation          text,
  reason            text,
  record            jsonb not null,
  record_hash       bytea not null,
  prev_hash         bytea,
  created_at        timestamptz(3) not null default app.now(),
  foreign key (roster_consent_id, body_id) references roster_consent (id, body_id),
  constraint signature_of_one_thing check ((roster_consent_id is null) <> (agreement_id is null)),
  constraint signature_proxy check ((proxy_name is null) = (relation is null))
);
create index on signature (roster_consent_id);
create index on signature (agreement_id);

-- ── Roster ──────────────────────────────────────────────────────────────────────────────────────────
create table roster_entry (
  id              uuid primary key,
  body_id         uuid not null,
  person_id       uuid not null,
  completion_id   uuid not null,
  consent_id      uuid not null,
  fiscal_year     int  not null,
  registration_no int  not null,
  state           text not null check (state in ('active', 'paused', 'ended')),
  end_reason      text check (end_reason in ('withdrawn', 'expired', 'removed', 'deceased')),
  valid_from      date not null,
  valid_to        date not null,
  name            text not null,
  kana            text not null,
  kana_sort       text collate "C" not null,
  name_search     text collate "C" not null,
  working_name    text,
  home_area       text,
  is_peer         boolean not null default false,
  phone_enc       bytea,
  address_enc     bytea,
  version         int not null default 1,
  created_at      timestamptz(3) not null default app.now(),
  foreign key (completion_id, body_id, person_id) references completion (id, body_id, person_id),
  foreign key (consent_id, body_id, person_id) references roster_consent (id, body_id, person_id),
  unique (id, body_id, person_id),
  unique (body_id, fiscal_year, registration_no),
  check ((state = 'ended') = (end_reason is not null)),
  check (valid_from <= valid_to)
);
create unique index roster_entry_one_live on roster_entry (person_id, body_id, fiscal_year) where state <> 'ended';
create index on roster_entry (consent_id);
create index on roster_entry (body_id, fiscal_year, kana_sort);

create table provision (
  id                uuid primary key,
  body_id           uuid not null references body,
  recipient_id      uuid not null references body,
  fiscal_year       int  not null,
  no                int  not null,
  purpose           text not null,
  state             text not null check (state in ('prepared', 'delivered', 'received')),
  delivered_at      timestamptz(3),
  terms_accepted_at timestamptz(3),
  expires_on        date not null,
  closed_on         date,
  retain_until      date,
  hold_reason       text,
  version           int not null default 1,
  created_at        timestamptz(3) not null default app.now(),
  unique (body_id, fiscal_year, no),
  unique (id, body_id),
  unique (id, body_id, recipient_id),
  check ((state = 'received') = (terms_accepted_at is not null)),
  check ((state = 'prepared') = (delivered_at is null))
);
create index on provision (recipient_id, fiscal_year);

create table provision_entry (
  id                  uuid primary key,
  provision_id        uuid not null,
  body_id             uuid not null,
  recipient_id        uuid not null,
  roster_entry_id     uuid not null,
  person_id           uuid not null,
  released_at         timestamptz(3),
  recall_requested_at timestamptz(3),
  recall_ack_at       timestamptz(3),
  recall_ack_by       uuid,
  foreign key (provision_id, body_id, recipient_id) references provision (id, body_id, recipient_id),
  foreign key (roster_entry_id, body_id, person_id) references roster_entry (id, body_id, person_id),
  unique (provision_id, roster_entry_id),
  unique (id, recipient_id, person_id)
);
create index on provision_entry (recipient_id, person_id);
create index on provision_entry (person_id);
create index on provision_entry (roster_entry_id);

-- What was handed over, item by item: its own table, so that a recall hides it while the recall stays visible.
create table provision_profile (
  entry_id     uuid primary key,
  recipient_id uuid not null,
  person_id    uuid not null,
  name         text not null,
  kana         text not null,
  kana_sort    text collate "C" not null,
  name_search  text collate "C" not null,
  working_name text,
  home_area    text not null,
  phone_enc    bytea,
  address_enc  bytea,
  is_peer      boolean,
  hidden_at    timestamptz(3),
  foreign key (entry_id, recipient_id, person_id) references provision_entry (id, recipient_id, person_id)
);
create index on provision_profile (recipient_id, kana_sort);
create index on provision_profile (recipient_id, person_id);

-- ── Reconfirmation: body_id is the municipality that asks ───────────────────────────────────────────
create table reconfirmation (
  id                 uuid primary key,
  body_id            uuid not null references body,
  person_id          uuid not null,
  provision_entry_id uuid not null,
  fiscal_year        int  not null,
  state              text not null check (state in ('asked', 'willing', 'resting', 'declined', 'noAnswer')),
  answered_at        timestamptz(3),
  channel            text check (channel in ('link', 'screen', 'phone', 'paper')),
  recorded_by        uuid,
  reminded_at        timestamptz(3),
  revoked_at         timestamptz(3),
  monthly_cap        int check (monthly_cap > 0),
  note               text,
  version            int not null default 1,
  created_at         timestamptz(3) not null default app.now(),
  foreign key (provision_entry_id, body_id, person_id) references provision_entry (id, recipient_id, person_id),
  unique (body_id, person_id, fiscal_year),
  unique (id, body_id, person_id)
);
create index reconfirmation_pool on reconfirmation (body_id, fiscal_year, state) where revoked_at is null;
create index on reconfirmation (person_id);
create index on reconfirmation (provision_entry_id);

create table reconfirmation_area (
  reconfirmation_id uuid not null,
  body_id           uuid not null,
  person_id         uuid not null,
  area              text not null,
  primary key (reconfirmation_id, area),
  foreign key (reconfirmation_id, body_id, person_id) references reconfirmation (id, body_id, person_id) on delete cascade
);
create index on reconfirmation_area (body_id, area);

-- weekday: 1 Monday … 7 Sunday
create table reconfirmation_slot (
  reconfirmation_id uuid not null,
  body_id           uuid not null,
  person_id         uuid not null,
  weekday           int  not null check (weekday between 1 and 7),
  part              text not null check (part in ('morning', 'afternoon', 'evening')),
  primary key (reconfirmation_id, weekday, part),
  foreign key (reconfirmation_id, body_id, person_id) references reconfirmation (id, body_id, person_id) on delete cascade
);

create table reconfirmation_step (
  reconfirmation_id uuid not null,
  body_id           uuid not null,
  person_id         uuid not null,
  ladder            int  not null check (ladder between 1 and 7),
  primary key (reconfirmation_id, ladder),
  foreign key (reconfirmation_id, body_id, person_id) references reconfirmation (id, body_id, person_id) on delete cascade
);
