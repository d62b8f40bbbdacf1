-- Issued documents: number, check code, canonical data and the file that was rendered from it, once.

create table document (
  id                uuid primary key,
  body_id           uuid not null references body,
  kind              text not null check (kind in ('completionCertificate', 'rosterConsent', 'provisionList', 'agreedPlan', 'incidentReport')),
  fiscal_year       int  not null,
  no                int  not null,
  template_version  int  not null,
  form_no           text,
  data_enc          bytea,
  fingerprint       bytea not null,
  check_code        text  not null unique,
  state             text  not null default 'queued' check (state in ('queued', 'ready', 'failed')),
  file_sha256       bytea references stored_file,
  page_count        int,
  attempts          int   not null default 0,
  last_error        text,
  issued_at         timestamptz(3) not null default app.now(),
  voided_at         timestamptz(3),
  person_id         uuid references person,
  certificate_id    uuid,
  roster_consent_id uuid,
  provision_id      uuid,
  recipient_id      uuid references body,
  dispatch_id       uuid,
  plan_version_id   uuid,
  incident_id       uuid,
  foreign key (certificate_id, body_id) references certificate (id, body_id),
  foreign key (roster_consent_id, body_id) references roster_consent (id, body_id),
  foreign key (provision_id, body_id) references provision (id, body_id),
  foreign key (dispatch_id, body_id) references dispatch (id, body_id),
  foreign key (plan_version_id, body_id) references plan_version (id, body_id),
  foreign key (incident_id, body_id) references incident (id, body_id),
  unique (body_id, kind, fiscal_year, no),
  unique (id, body_id),
  constraint document_ready check ((state = 'ready') = (file_sha256 is not null and page_count is not null))
);
create index document_to_render on document (issued_at) where state <> 'ready';
create index on document (file_sha256);
create index on document (person_id);
create index on document (dispatch_id);
create index on document (roster_consent_id);
create index on document (provision_id);
create index on document (incident_id);

alter table certificate add foreign key (document_id, body_id) references document (id, body_id);
