-- Courses, applications, attendance, completions and certificates. Owner: the training body.

create table course (
  id          uuid primary key,
  body_id     uuid not null references body,
  fiscal_year int  not null,
  kind        text not null check (kind in ('supporter', 'continuing', 'staff', 'publicLecture')),
  title       text not null,
  summary     text not null default '',
  place       text not null default '',
  apply_until date,
  decision_on date,
  capacity    int check (capacity > 0),
  state       text not null check (state in ('draft', 'open', 'closed', 'finished', 'cancelled')),
  version     int  not null default 1,
  created_at  timestamptz(3) not null default app.now(),
  unique (id, body_id)
);
create index on course (body_id, fiscal_year);
create index on course (state);

create table course_session (
  id           uuid primary key,
  body_id      uuid not null,
  course_id    uuid not null,
  title        text not null default '',
  kind         text not null check (kind in ('lecture', 'groupWork', 'practice')),
  starts_at    timestamptz(3) not null,
  ends_at      timestamptz(3) not null,
  day          date not null,
  place        text not null default '',
  required     boolean not null default true,
  capacity     int check (capacity > 0),
  makes_up_for uuid,
  version      int not null default 1,
  created_at   timestamptz(3) not null default app.now(),
  foreign key (course_id, body_id) references course (id, body_id),
  foreign key (makes_up_for, body_id) references course_session (id, body_id),
  unique (id, body_id),
  check (starts_at < ends_at),
  check (day = (starts_at at time zone 'Asia/Tokyo')::date)
);
create index on course_session (course_id, starts_at);

-- person_id stays empty until the address has been confirmed through the mailed link.
create table application (
  id             uuid primary key,
  body_id        uuid not null,
  course_id      uuid not null,
  person_id      uuid references person,
  receipt_fy     int  not null,
  receipt_no     int  not null,
  name           text not null,
  kana           text not null,
  preferred_name text,
  state          text not null check (state in ('submitted', 'accepted', 'waitlisted', 'declined', 'completed', 'notCompleted', 'withdrawn')),
  confirmed_at   timestamptz(3),
  decided_at     timestamptz(3),
  decided_by     uuid,
  decline_reason text,
  closed_on      date,
  retain_until   date,
  hold_reason    text,
  version        int not null default 1,
  created_at     timestamptz(3) not null default app.now(),
  foreign key (course_id, body_id) references course (id, body_id),
  unique (body_id, receipt_fy, receipt_no),
  unique (id, body_id),
  unique (id, body_id, person_id)
);
create index on application (course_id, state);
create index on application (person_id);

create table application_private (
  application_id uuid primary key,
  body_id        uuid not null,
  email_enc      bytea,
  phone_enc      bytea,
  address_enc    bytea,
  answers        jsonb not null default '{}',
  foreign key (application_id, body_id) references application (id, body_id)
);

create table attendance (
  id             uuid primary key,
  body_id        uuid not null,
  session_id     uuid not null,
  application_id uuid not null,
  status         text not null check (status in ('present', 'late', 'leftEarly', 'absent', 'madeUp')),
  recorded_by    uuid,
  recorded_at    timestamptz(3) not null default app.now(),
  version        int not null default 1,
  foreign key (session_id, body_id) references course_session (id, body_id),
  foreign key (application_id, body_id) references application (id, body_id),
  unique (session_id, application_id)
);
create index on attendance (application_id);

create table completion (
  id             uuid primary key,
  body_id        uuid not null,
  person_id      uuid not null,
  application_id uuid not null,
  completed_on   date not null,
  voided_at      timestamptz(3),
  version        int not null default 1,
  created_at     timestamptz(3) not null default app.now(),
  foreign key (application_id, body_id, person_id) references application (id, body_id, person_id),
  unique (id, body_id, person_id)
);
create unique index completion_one_valid on completion (application_id) where voided_at is null;
create index on completion (person_id);

create table certificate (
  id            uuid primary key,
  body_id       uuid not null,
  completion_id uuid not null,
  person_id     uuid not null,
  fiscal_year   int  not null,
  no            int  not null,
  state         text not null check (state in ('issued', 'reissued', 'voided')),
  check_code    text not null unique,
  document_id   uuid,
  issued_on     date not null,
  voided_at     timestamptz(3),
  version       int  not null default 1,
  created_at    timestamptz(3) not null default app.now(),
  foreign key (completion_id, body_id, person_id) references completion (id, body_id, person_id),
  unique (body_id, fiscal_year, no),
  unique (id, body_id),
  check ((state = 'voided') = (voided_at is not null))
);
create unique index certificate_one_valid on certificate (completion_id) where state = 'issued';
create index on certificate (person_id);
