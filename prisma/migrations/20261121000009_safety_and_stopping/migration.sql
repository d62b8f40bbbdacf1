-- Who is called when something happens, what happened, the word "stop", and what is left to do.

create table contact_tree_version (
  id            uuid primary key,
  body_id       uuid not null references body,
  no            int  not null,
  in_force_from date not null,
  created_at    timestamptz(3) not null default app.now(),
  unique (body_id, no),
  unique (id, body_id)
);

create table contact_tree_step (
  version_id uuid not null,
  body_id    uuid not null,
  step_no    int  not null,
  title      text not null,
  name       text not null,
  phone      text not null,
  hours      text not null default '',
  primary key (version_id, step_no),
  foreign key (version_id, body_id) references contact_tree_version (id, body_id)
);

create table incident (
  id             uuid primary key,
  body_id        uuid not null references body,
  fiscal_year    int  not null,
  no             int  not null,
  dispatch_id    uuid,
  visit_id       uuid,
  person_id      uuid not null,
  kind           text not null,
  severity       text not null,
  occurred_at    timestamptz(3) not null,
  place_text_enc bytea,
  state          text not null check (state in ('firstReport', 'followUp', 'final', 'closed')),
  holds_dispatch boolean not null default false,
  closed_on      date,
  retain_until   date,
  hold_reason    text,
  version        int not null default 1,
  created_at     timestamptz(3) not null default app.now(),
  foreign key (dispatch_id, body_id) references dispatch (id, body_id),
  foreign key (visit_id, body_id) references visit (id, body_id),
  unique (body_id, fiscal_year, no),
  unique (id, body_id)
);
create index on incident (dispatch_id);
create index on incident (body_id, state);

create table incident_report (
  incident_id uuid  not null,
  no          int   not null,
  body_id     uuid  not null,
  stage       text  not null check (stage in ('first', 'followUp', 'final')),
  text_enc    bytea not null,
  recorded_by uuid  not null,
  recorded_at timestamptz(3) not null default app.now(),
  primary key (incident_id, no),
  foreign key (incident_id, body_id) references incident (id, body_id)
);

create table incident_call (
  id          uuid primary key,
  incident_id uuid not null,
  body_id     uuid not null,
  step_no     int  not null,
  called_at   timestamptz(3) not null,
  result      text not null,
  recorded_by uuid not null,
  created_at  timestamptz(3) not null default app.now(),
  foreign key (incident_id, body_id) references incident (id, body_id)
);
create index on incident_call (incident_id);

-- Inserting a row here is the stop: its triggers do everything else. No reason is asked.
create table stop_request (
  id          uuid primary key,
  body_id     uuid not null,
  request_id  uuid,
  dispatch_id uuid,
  party_id    uuid,
  channel     text not null check (channel in ('card', 'code', 'phone', 'paper', 'viaSupporter', 'staff')),
  received_at timestamptz(3) not null default app.now(),
  recorded_by uuid,
  follow_up   text not null default 'open' check (follow_up in ('open', 'done')),
  done_at     timestamptz(3),
  done_by     uuid,
  version     int not null default 1,
  foreign key (request_id, body_id) references dispatch_request (id, body_id),
  foreign key (dispatch_id, body_id) references dispatch (id, body_id),
  unique (id, body_id),
  constraint stop_request_of_something check (request_id is not null or dispatch_id is not null),
  constraint stop_request_done check ((follow_up = 'done') = (done_at is not null))
);
create index on stop_request (dispatch_id);
create index on stop_request (request_id);

create table task (
  id              uuid primary key,
  body_id         uuid not null references body,
  kind            text not null,
  due_on          date not null,
  state           text not null default 'open' check (state in ('open', 'done')),
  done_at         timestamptz(3),
  done_by         uuid,
  stop_request_id uuid,
  report_id       uuid,
  incident_id     uuid,
  request_id      uuid,
  note            text,
  version         int not null default 1,
  created_at      timestamptz(3) not null default app.now(),
  foreign key (stop_request_id, body_id) references stop_request (id, body_id),
  foreign key (report_id, body_id) references report (id, body_id),
  foreign key (incident_id, body_id) references incident (id, body_id),
  foreign key (request_id, body_id) references dispatch_request (id, body_id),
  constraint task_done check ((state = 'done') = (done_at is not null))
);
create unique index task_one_per_report on task (report_id) where kind = 'report.answer';
create unique index task_one_per_stop on task (stop_request_id) where kind = 'stop.followUp';
create unique index task_one_per_incident on task (incident_id) where kind = 'incident.followUp';
create index on task (body_id, state, due_on);
