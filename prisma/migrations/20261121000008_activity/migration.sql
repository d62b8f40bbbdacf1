-- Visits, reports, advice, insurance and costs.

create table insurance_cover (
  id         uuid primary key,
  body_id    uuid not null references body,
  person_id  uuid not null,
  starts_on  date not null,
  ends_on    date not null,
  paid_ok    boolean not null default false,
  version    int not null default 1,
  created_at timestamptz(3) not null default app.now(),
  check (starts_on <= ends_on)
);
create index on insurance_cover (person_id, starts_on);

create table visit (
  id              uuid primary key,
  body_id         uuid not null,
  dispatch_id     uuid not null,
  plan_version_id uuid not null,
  kind            text not null default 'visit',
  starts_at       timestamptz(3) not null,
  ends_at         timestamptz(3) not null,
  day             date not null,
  place_text      text not null default '',
  note            text not null default '',
  state           text not null check (state in ('scheduled', 'held', 'cancelled')),
  live            boolean not null default true,
  outcome         text,
  cancelled_by    text,
  version         int not null default 1,
  created_at      timestamptz(3) not null default app.now(),
  foreign key (dispatch_id, body_id) references dispatch (id, body_id),
  foreign key (plan_version_id, dispatch_id) references plan_version (id, dispatch_id),
  unique (id, body_id),
  -- carries the times to visit_supporter
  unique (id, body_id, starts_at, ends_at, live),
  constraint visit_length check (starts_at < ends_at and ends_at <= starts_at + interval '12 hours'),
  constraint visit_day check (day = (starts_at at time zone 'Asia/Tokyo')::date),
  constraint visit_live check (live = (state <> 'cancelled')),
  constraint visit_outcome check ((state = 'held') = (outcome is not null))
);
create index on visit (dispatch_id, starts_at);
create index on visit (body_id, day);

-- Times and live arrive by the composite key: moving or cancelling a visit re-runs guard and constraint here.
create table visit_supporter (
  visit_id  uuid not null,
  person_id uuid not null,
  body_id   uuid not null,
  starts_at timestamptz(3) not null,
  ends_at   timestamptz(3) not null,
  live      boolean not null,
  primary key (visit_id, person_id),
  foreign key (visit_id, body_id, starts_at, ends_at, live)
    references visit (id, body_id, starts_at, ends_at, live) on update cascade,
  constraint visit_no_overlap
    exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&) where (live)
);
create index on visit_supporter (person_id, starts_at);

create table visit_client (
  visit_id uuid not null,
  party_id uuid not null,
  body_id  uuid not null,
  primary key (visit_id, party_id),
  foreign key (visit_id, body_id) references visit (id, body_id),
  foreign key (party_id, body_id) references dispatch_party (id, body_id)
);
create index on visit_client (party_id);

create table visit_signal (
  visit_id  uuid not null,
  person_id uuid not null,
  body_id   uuid not null,
  kind      text not null check (kind in ('arrive', 'leave')),
  at        timestamptz(3) not null default app.now(),
  primary key (visit_id, person_id, kind),
  foreign key (visit_id, body_id) references visit (id, body_id),
  foreign key (visit_id, person_id) references visit_supporter (visit_id, person_id)
);

create table report (
  id            uuid primary key,
  body_id       uuid not null,
  dispatch_id   uuid not null,
  visit_id      uuid not null,
  person_id     uuid not null,
  state         text not null check (state in ('draft', 'submitted', 'answered', 'void')),
  current_no    int  not null default 1,
  submitted_at  timestamptz(3),
  answer_due_on date,
  version       int not null default 1,
  created_at    timestamptz(3) not null default app.now(),
  foreign key (dispatch_id, body_id) references dispatch (id, body_id),
  foreign key (visit_id, body_id) references visit (id, body_id),
  unique (visit_id, person_id),
  unique (id, body_id)
);
create index on report (body_id, state, submitted_at);
create index on report (dispatch_id);
create index on report (person_id);

-- Layer 1: what the client may read.
create table report_shared (
  report_id  uuid  not null,
  no         int   not null,
  body_id    uuid  not null,
  text_enc   bytea not null,
  created_at timestamptz(3) not null default app.now(),
  primary key (report_id, no),
  foreign key (report_id, body_id) references report (id, body_id)
);

-- Layer 2: for those who advise on this dispatch.
create table report_private (
  report_id  uuid not null,
  no         int  not null,
  body_id    uuid not null,
  text_enc   bytea,
  created_at timestamptz(3) not null default app.now(),
  primary key (report_id, no),
  foreign key (report_id, body_id) references report (id, body_id)
);

create table advice (
  id        uuid  primary key,
  body_id   uuid  not null,
  report_id uuid  not null,
  given_by  uuid  not null,
  text_enc  bytea not null,
  at        timestamptz(3) not null default app.now(),
  foreign key (report_id, body_id) references report (id, body_id)
);
create index on advice (report_id);

create table cost_claim (
  id         uuid primary key,
  body_id    uuid not null,
  report_id  uuid not null,
  person_id  uuid not null,
  kind       text not null,
  amount_yen int  not null check (amount_yen >= 0),
  state      text not null default 'claimed' check (state in ('claimed', 'approved', 'declined', 'paid')),
  paid_on    date,
  version    int  not null default 1,
  created_at timestamptz(3) not null default app.now(),
  foreign key (report_id, body_id) references report (id, body_id),
  check ((state = 'paid') = (paid_on is not null))
);
create index on cost_claim (report_id);
