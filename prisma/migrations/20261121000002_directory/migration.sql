-- Bodies, programmes, contracts, people, memberships, accounts and versioned settings.

create table body (
  id             uuid primary key,
  kind           text not null check (kind in ('prefecture', 'designatedCity', 'municipality', 'contractor')),
  name           text not null,
  local_gov_code text unique check (local_gov_code ~ '^[0-9]{6}$'),
  prefecture_id  uuid references body,
  created_at     timestamptz(3) not null default app.now()
);

create table programme (
  id                  uuid primary key,
  body_id             uuid not null references body,
  fiscal_year         int  not null,
  kind                text not null check (kind in ('training', 'dispatch', 'centre', 'intake')),
  status              text not null check (status in ('none', 'planned', 'operating', 'ended')),
  -- a municipality trains by itself only after it has asked its prefecture
  consulted_on        date,
  consultation_result text,
  version             int  not null default 1,
  created_at          timestamptz(3) not null default app.now(),
  unique (body_id, kind, fiscal_year)
);

create table contract (
  id            uuid primary key,
  body_id       uuid not null references body,
  contractor_id uuid not null references body,
  starts_on     date not null,
  ends_on       date not null,
  ended_at      timestamptz(3),
  version       int  not null default 1,
  created_at    timestamptz(3) not null default app.now(),
  unique (id, body_id),
  check (starts_on <= ends_on)
);

create table contract_part (
  contract_id    uuid not null,
  body_id        uuid not null,
  programme_kind text not null check (programme_kind in ('training', 'dispatch', 'centre', 'intake')),
  primary key (contract_id, programme_kind),
  foreign key (contract_id, body_id) references contract (id, body_id)
);

-- Applicants, supporters and staff. Clients and families are never here: see case_person, dispatch_party.
create table person (
  id           uuid primary key,
  login_email  text unique,
  display_name text not null,
  created_at   timestamptz(3) not null default app.now()
);

-- A contractor's staff act for the body that entrusted them: the contract is one of that body.
create table membership (
  id          uuid primary key,
  person_id   uuid not null references person,
  body_id     uuid not null references body,
  contract_id uuid,
  role        text not null check (role in ('trainer', 'roster', 'dispatch', 'coordinator', 'auditor', 'admin')),
  starts_on   date not null,
  ends_on     date not null,
  ended_at    timestamptz(3),
  version     int  not null default 1,
  created_at  timestamptz(3) not null default app.now(),
  foreign key (contract_id, body_id) references contract (id, body_id),
  check (starts_on <= ends_on)
);
create index on membership (person_id);
create index on membership (body_id);

create table account (
  person_id     uuid primary key references person,
  password_hash text not null,
  status        text not null default 'active' check (status in ('active', 'disabled')),
  created_at    timestamptz(3) not null default app.now()
);

-- The browser holds the secret, the database its SHA-256.
create table session (
  id_hash       bytea primary key,
  person_id     uuid not null references person,
  membership_id uuid references membership,
  created_at    timestamptz(3) not null default app.now(),
  last_seen_at  timestamptz(3) not null default app.now(),
  expires_at    timestamptz(3) not null,
  reauth_at     timestamptz(3)
);
create index on session (person_id);

create table login_bucket (
  key        text primary key,
  failures   int not null default 0,
  next_at    timestamptz(3) not null default app.now(),
  updated_at timestamptz(3) not null default app.now()
);

-- A mailed link with one effect. Its subjects are other features' rows, so they carry no foreign key here.
create table link_token (
  id                uuid primary key,
  body_id           uuid references body,
  purpose           text not null check (purpose in ('application.confirm', 'account.password', 'reconfirmation.answer')),
  token_hash        bytea not null unique,
  person_id         uuid references person,
  application_id    uuid,
  reconfirmation_id uuid,
  expires_at        timestamptz(3) not null,
  used_at           timestamptz(3),
  created_at        timestamptz(3) not null default app.now()
);

-- Wording and figures that differ by body; body_id is null for the installation. Written once, never changed.
create table setting_version (
  id            uuid primary key,
  body_id       uuid references body,
  key           text  not null,
  no            int   not null,
  value         jsonb not null,
  in_force_from date  not null,
  author        uuid,
  created_at    timestamptz(3) not null default app.now(),
  unique (body_id, key, no)
);
create unique index setting_version_installation on setting_version (key, no) where body_id is null;

-- Numbers people see (第R8-0012号): without gaps, by body, kind and year; taken only through app.next_no().
create table number_series (
  body_id     uuid not null references body,
  kind        text not null,
  fiscal_year int  not null,
  last        int  not null default 0,
  primary key (body_id, kind, fiscal_year)
);

-- The supporter as a person across bodies: own limit, own pause, and the row that bookings queue on.
create table supporter (
  person_id    uuid primary key references person,
  monthly_cap  int check (monthly_cap > 0),
  paused_from  date,
  paused_until date,
  booking_seq  int not null default 0,
  version      int not null default 1,
  created_at   timestamptz(3) not null default app.now()
);

-- Keyed hashes of people and places a supporter must not meet; compared only inside app.candidates().
create table supporter_avoid (
  person_id uuid  not null references supporter,
  kind      text  not null,
  hash      bytea not null,
  primary key (person_id, kind, hash)
);
