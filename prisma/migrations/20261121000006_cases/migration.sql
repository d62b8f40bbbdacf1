-- The centre's case record. No role of supporters, trainers or roster officers has any grant here, and
-- nothing here refers to person except the columns that name staff.

create table support_case (
  id           uuid primary key,
  body_id      uuid not null references body,
  fiscal_year  int  not null,
  no           int  not null,
  alias        text not null,
  state        text not null check (state in ('open', 'closed')),
  restricted   boolean not null default false,
  opened_on    date not null,
  closed_on    date,
  retain_until date,
  hold_reason  text,
  version      int not null default 1,
  created_at   timestamptz(3) not null default app.now(),
  unique (body_id, fiscal_year, no),
  unique (id, body_id)
);

-- A case that is reopened keeps its history: one row per spell.
create table case_period (
  id           uuid primary key,
  body_id      uuid not null,
  case_id      uuid not null,
  opened_on    date not null,
  closed_on    date,
  close_reason text,
  reopened     boolean not null default false,
  version      int not null default 1,
  created_at   timestamptz(3) not null default app.now(),
  foreign key (case_id, body_id) references support_case (id, body_id),
  check (closed_on is null or opened_on <= closed_on)
);
create unique index case_period_one_open on case_period (case_id) where closed_on is null;
create index on case_period (case_id);

create table case_person (
  id         uuid primary key,
  body_id    uuid not null,
  case_id    uuid not null,
  relation   text not null,
  call_name  text not null,
  version    int  not null default 1,
  created_at timestamptz(3) not null default app.now(),
  foreign key (case_id, body_id) references support_case (id, body_id),
  unique (id, body_id)
);
create index on case_person (case_id);

create table case_person_private (
  case_person_id uuid primary key,
  body_id        uuid not null,
  name_enc       bytea,
  phone_enc      bytea,
  address_enc    bytea,
  phone_bidx     bytea,
  version        int not null default 1,
  foreign key (case_person_id, body_id) references case_person (id, body_id)
);
create index on case_person_private (body_id, phone_bidx);

-- How somebody must not be reached: no voicemail, no sender's name, the person does not know …
create table contact_rule (
  id             uuid primary key,
  body_id        uuid not null,
  case_id        uuid not null,
  case_person_id uuid,
  rule           text not null,
  note_enc       bytea,
  ended_at       timestamptz(3),
  version        int not null default 1,
  created_at     timestamptz(3) not null default app.now(),
  foreign key (case_id, body_id) references support_case (id, body_id),
  foreign key (case_person_id, body_id) references case_person (id, body_id)
);
create index on contact_rule (case_id);

create table case_assignment (
  id         uuid primary key,
  body_id    uuid not null,
  case_id    uuid not null,
  person_id  uuid not null references person,
  is_deputy  boolean not null default false,
  starts_on  date not null,
  ended_at   timestamptz(3),
  version    int not null default 1,
  created_at timestamptz(3) not null default app.now(),
  foreign key (case_id, body_id) references support_case (id, body_id)
);
create index case_assignment_live on case_assignment (person_id) where ended_at is null;
create index on case_assignment (case_id);

-- Opening a case that is not one's own: with a written reason, for an hour at most.
create table access_grant (
  id          uuid primary key,
  body_id     uuid not null,
  case_id     uuid not null,
  person_id   uuid not null,
  reason      text not null check (char_length(reason) >= 20),
  granted_at  timestamptz(3) not null default app.now(),
  expires_at  timestamptz(3) not null,
  foreign key (case_id, body_id) references support_case (id, body_id),
  constraint access_grant_one_hour check (expires_at <= granted_at + interval '60 minutes')
);
create index on access_grant (person_id, expires_at);
create index on access_grant (case_id);

-- case_id is empty for an anonymous contact, which still counts in the yearly table.
create table contact (
  id           uuid primary key,
  body_id      uuid not null references body,
  case_id      uuid,
  current_no   int  not null default 1,
  voided_at    timestamptz(3),
  closed_on    date,
  retain_until date,
  hold_reason  text,
  version      int not null default 1,
  created_at   timestamptz(3) not null default app.now(),
  foreign key (case_id, body_id) references support_case (id, body_id),
  unique (id, body_id)
);
create index on contact (body_id, case_id);

create table contact_version (
  contact_id        uuid not null,
  no                int  not null,
  body_id           uuid not null,
  held_at           timestamptz(3) not null,
  day               date not null,
  fiscal_year       int  not null,
  kind              text not null check (kind in ('consultation', 'agencyLiaison', 'inquiry')),
  duration_minutes  int check (duration_minutes between 0 and 1440),
  summary_enc       bytea,
  next_promise_enc  bytea,
  recorded_by       uuid not null,
  recorded_at       timestamptz(3) not null default app.now(),
  correction_reason text,
  primary key (contact_id, no),
  foreign key (contact_id, body_id) references contact (id, body_id),
  check (day = (held_at at time zone 'Asia/Tokyo')::date),
  check (fiscal_year = app.fy(day)),
  check (no = 1 or correction_reason is not null)
);
create index on contact_version (body_id, fiscal_year, kind);

create table contact_method (
  contact_id uuid not null,
  no         int  not null,
  body_id    uuid not null,
  code       text not null,
  primary key (contact_id, no, code),
  foreign key (contact_id, no) references contact_version (contact_id, no)
);

create table contact_partner (
  contact_id uuid not null,
  no         int  not null,
  body_id    uuid not null,
  code       text not null,
  primary key (contact_id, no, code),
  foreign key (contact_id, no) references contact_version (contact_id, no)
);

create table hearing_sheet (
  id         uuid primary key,
  body_id    uuid not null,
  case_id    uuid not null,
  no         int  not null,
  due_on     date not null,
  held_on    date,
  version    int  not null default 1,
  created_at timestamptz(3) not null default app.now(),
  foreign key (case_id, body_id) references support_case (id, body_id),
  unique (case_id, no),
  unique (id, body_id)
);

create table hearing_sheet_version (
  sheet_id         uuid not null,
  no               int  not null,
  body_id          uuid not null,
  template_version int  not null default 1,
  state            text not null check (state in ('s1', 's2', 's3', 's4', 'unknown', 'notApplicable')),
  answers_enc      bytea,
  recorded_by      uuid not null,
  recorded_at      timestamptz(3) not null default app.now(),
  primary key (sheet_id, no),
  foreign key (sheet_id, body_id) references hearing_sheet (id, body_id)
);
