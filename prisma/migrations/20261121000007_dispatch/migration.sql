-- From the wish to the agreed plan. Two rows carry the client's word and take its lock: dispatch_request
-- (searches, proposals, birth of a dispatch) and dispatch (plan, agreement, visit, report, mail).

-- case_id has no foreign key: the case may be another body's, and an error would tell of its rows.
create table dispatch_request (
  id                      uuid primary key,
  body_id                 uuid not null references body,
  case_id                 uuid,
  receipt_fy              int  not null,
  receipt_no              int  not null,
  wish                    text not null check (wish in ('person', 'family', 'unknown')),
  ladder_max              int  not null check (ladder_max between 1 and 7),
  purpose_enc             bytea,
  hope_enc                bytea,
  area                    text,
  wants_peer              text not null default 'any' check (wants_peer in ('any', 'yes', 'no')),
  state                   text not null check (state in ('draft', 'received', 'consented', 'coordinating', 'placed', 'closed')),
  received_at             timestamptz(3),
  received_by             uuid,
  consented_at            timestamptz(3),
  coordination_started_at timestamptz(3),
  stopped_at              timestamptz(3),
  closed_on               date,
  retain_until            date,
  hold_reason             text,
  version                 int not null default 1,
  created_at              timestamptz(3) not null default app.now(),
  unique (body_id, receipt_fy, receipt_no),
  unique (id, body_id),
  constraint request_consent_first check (coordination_started_at is null or consented_at < coordination_started_at),
  constraint request_consent_state check (state not in ('consented', 'coordinating', 'placed') or consented_at is not null)
);
create index on dispatch_request (case_id);
create index on dispatch_request (body_id, state);

create table request_slot (
  request_id uuid not null,
  body_id    uuid not null,
  weekday    int  not null check (weekday between 1 and 7),
  part       text not null check (part in ('morning', 'afternoon', 'evening')),
  primary key (request_id, weekday, part),
  foreign key (request_id, body_id) references dispatch_request (id, body_id)
);

-- Keyed hashes of people and places the client must not meet; compared only inside app.candidates().
create table request_avoid (
  id         uuid  primary key,
  request_id uuid  not null,
  body_id    uuid  not null,
  kind       text  not null,
  hash       bytea not null,
  created_at timestamptz(3) not null default app.now(),
  foreign key (request_id, body_id) references dispatch_request (id, body_id),
  unique (request_id, kind, hash)
);

-- The dispatch side's own minimum of the client: the name to use. Private data is one table further.
create table dispatch_party (
  id         uuid primary key,
  body_id    uuid not null,
  request_id uuid not null,
  kind       text not null check (kind in ('person', 'family')),
  call_name  text not null,
  version    int  not null default 1,
  created_at timestamptz(3) not null default app.now(),
  foreign key (request_id, body_id) references dispatch_request (id, body_id),
  unique (id, body_id),
  unique (id, request_id)
);
create index on dispatch_party (request_id);

create table dispatch_party_private (
  party_id       uuid primary key,
  body_id        uuid not null,
  name_enc       bytea,
  address_enc    bytea,
  phone_enc      bytea,
  case_person_id uuid,
  version        int not null default 1,
  foreign key (party_id, body_id) references dispatch_party (id, body_id)
);

create table coordination_consent (
  id           uuid primary key,
  body_id      uuid not null,
  request_id   uuid not null,
  party_id     uuid not null,
  given_at     timestamptz(3) not null,
  method       text not null,
  recorded_by  uuid,
  withdrawn_at timestamptz(3),
  created_at   timestamptz(3) not null default app.now(),
  foreign key (request_id, body_id) references dispatch_request (id, body_id),
  foreign key (party_id, request_id) references dispatch_party (id, request_id)
);
create index on coordination_consent (request_id);

create table candidate_search (
  id          uuid  primary key,
  body_id     uuid  not null,
  request_id  uuid  not null,
  searched_by uuid  not null,
  at          timestamptz(3) not null default app.now(),
  criteria    jsonb not null,
  foreign key (request_id, body_id) references dispatch_request (id, body_id)
);
create index on candidate_search (request_id, at);

-- What a supporter is told before names are exchanged stands here: area, time, step; never the client.
create table proposal (
  id                uuid primary key,
  body_id           uuid not null,
  request_id        uuid not null,
  person_id         uuid not null,
  reconfirmation_id uuid not null,
  state             text not null check (state in ('sent', 'interested', 'declined', 'lapsed', 'cancelled')),
  area              text,
  ladder            int check (ladder between 1 and 7),
  weekday           int check (weekday between 1 and 7),
  part              text check (part in ('morning', 'afternoon', 'evening')),
  message           text,
  answer_due_on     date,
  sent_at           timestamptz(3) not null,
  answered_at       timestamptz(3),
  version           int not null default 1,
  created_at        timestamptz(3) not null default app.now(),
  foreign key (request_id, body_id) references dispatch_request (id, body_id),
  foreign key (reconfirmation_id, body_id, person_id) references reconfirmation (id, body_id, person_id)
);
create unique index proposal_one_open on proposal (request_id, person_id) where state in ('sent', 'interested');
create index on proposal (request_id);
create index on proposal (person_id);

-- Born with its first plan draft, in 'preparing', so that a stop has a row to hold before anybody agreed.
create table dispatch (
  id                 uuid primary key,
  body_id            uuid not null references body,
  request_id         uuid,
  kind               text not null,
  fiscal_year        int  not null,
  no                 int  not null,
  state              text not null check (state in ('preparing', 'agreed', 'active', 'paused', 'stopped', 'ended')),
  current_version_id uuid,
  started_on         date,
  ended_on           date,
  end_note_enc       bytea,
  stopped_at         timestamptz(3),
  version            int not null default 1,
  created_at         timestamptz(3) not null default app.now(),
  updated_at         timestamptz(3) not null default app.now(),
  foreign key (request_id, body_id) references dispatch_request (id, body_id),
  unique (id, body_id),
  unique (body_id, fiscal_year, no),
  constraint dispatch_stopped check ((state = 'stopped') = (stopped_at is not null)),
  constraint dispatch_ended check ((state = 'ended') = (ended_on is not null)),
  constraint dispatch_needs_plan check (state in ('preparing', 'stopped') or current_version_id is not null)
);
create index dispatch_list on dispatch (body_id, updated_at desc, id);
create index dispatch_list_state on dispatch (body_id, state, updated_at desc);
create index on dispatch (request_id);

create table dispatch_supporter (
  dispatch_id     uuid not null,
  person_id       uuid not null,
  body_id         uuid not null,
  roster_entry_id uuid not null references roster_entry,
  period          int  not null default 1,
  joined_at       timestamptz(3) not null default app.now(),
  ended_at        timestamptz(3),
  access_until    timestamptz(3),
  primary key (dispatch_id, person_id, period),
  foreign key (dispatch_id, body_id) references dispatch (id, body_id)
);
create unique index dispatch_supporter_live on dispatch_supporter (dispatch_id, person_id) where ended_at is null;
create index on dispatch_supporter (person_id);
create index on dispatch_supporter (roster_entry_id);

-- content_hash is set by the database when the version is offered and covers every text column.
create table plan_version (
  id             uuid primary key,
  body_id        uuid not null,
  dispatch_id    uuid not null,
  no             int  not null,
  state          text not null check (state in ('draft', 'offered', 'agreed', 'superseded')),
  purpose        text not null,
  plan_text      text not null,
  content_text   text not null,
  frequency_text text not null default '',
  place_text     text not null default '',
  do_text        text not null default '',
  dont_text      text not null default '',
  emergency_text text not null default '',
  share_text     text not null default '',
  period_from    date not null,
  period_to      date not null,
  ladder         int  not null default 6 check (ladder between 1 and 7),
  content_hash   bytea,
  offered_at     timestamptz(3),
  version        int not null default 1,
  created_at     timestamptz(3) not null default app.now(),
  foreign key (dispatch_id, body_id) references dispatch (id, body_id),
  unique (dispatch_id, no),
  unique (id, body_id),
  unique (id, dispatch_id),
  check (period_from <= period_to)
);
create unique index plan_version_one_open on plan_version (dispatch_id) where state in ('draft', 'offered');
create unique index plan_version_one_agreed on plan_version (dispatch_id) where state = 'agreed';

alter table dispatch add constraint dispatch_current_version_fk
  foreign key (current_version_id, id) references plan_version (id, dispatch_id);

create table agreement (
  id              uuid primary key,
  body_id         uuid not null,
  dispatch_id     uuid not null,
  plan_version_id uuid not null,
  party_id        uuid,
  person_id       uuid,
  state           text not null default 'pending' check (state in ('pending', 'agreed', 'declined', 'void')),
  content_hash    bytea,
  decided_at      timestamptz(3),
  method          text,
  recorded_by     uuid,
  version         int not null default 1,
  created_at      timestamptz(3) not null default app.now(),
  foreign key (dispatch_id, body_id) references dispatch (id, body_id),
  foreign key (plan_version_id, dispatch_id) references plan_version (id, dispatch_id),
  unique (id, body_id),
  unique (plan_version_id, party_id),
  unique (plan_version_id, person_id),
  constraint agreement_of_one_party check ((party_id is null) <> (person_id is null)),
  constraint agreement_decided check ((state in ('agreed', 'declined')) = (decided_at is not null))
);
create index on agreement (dispatch_id);
create index on agreement (party_id);
create index on agreement (person_id);

create table client_card (
  id         uuid  primary key,
  body_id    uuid  not null,
  request_id uuid  not null,
  party_id   uuid  not null,
  token_hash bytea not null unique,
  code_hash  bytea unique,
  issued_by  uuid,
  expires_on date  not null,
  revoked_at timestamptz(3),
  created_at timestamptz(3) not null default app.now(),
  foreign key (request_id, body_id) references dispatch_request (id, body_id),
  foreign key (party_id, request_id) references dispatch_party (id, request_id)
);
create index on client_card (party_id);

alter table signature add foreign key (agreement_id, body_id) references agreement (id, body_id);
alter table outbox add foreign key (dispatch_id, body_id) references dispatch (id, body_id);
alter table outbox add foreign key (request_id, body_id) references dispatch_request (id, body_id);
