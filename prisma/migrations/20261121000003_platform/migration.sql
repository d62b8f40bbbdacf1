-- Machinery that knows no feature: audit chain, mail leaving the house, repeated posts, drafts, files.

-- ── Audit: one chain per body; written only by app.audit() ──────────────────────────────────────────
create table audit_head (
  chain text   primary key,
  seq   bigint not null,
  hash  bytea  not null
);

create table audit_log (
  chain       text   not null,
  seq         bigint not null,
  at          timestamptz not null,
  xid         bigint not null,
  actor       text   not null,
  role        text   not null,
  action      text   not null,
  entity      text   not null,
  entity_id   text   not null,
  detail_hash bytea  not null,
  prev        bytea  not null,
  hash        bytea  not null,
  primary key (chain, seq)
);
create index on audit_log (xid);
create index on audit_log (entity_id, at);

-- May be erased at the end of retention: the chain keeps only its digest.
create table audit_detail (
  chain   text   not null,
  seq     bigint not null,
  payload text   not null,
  primary key (chain, seq)
);

-- ── Mail: written in the transaction of its cause, sent after the commit ────────────────────────────
-- payload_enc holds address and properties; it is erased once the mail has left.
create table outbox (
  id          uuid primary key,
  body_id     uuid not null references body,
  dispatch_id uuid,
  request_id  uuid,
  person_id   uuid,
  kind        text not null check (kind ~ '^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$'),
  dedupe_key  text not null unique,
  state       text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'dead', 'cancelled')),
  run_at      timestamptz(3) not null default app.now(),
  attempts    int  not null default 0,
  payload_enc bytea,
  lease_until timestamptz(3),
  last_error  text,
  message_id  text,
  sent_at     timestamptz(3),
  created_at  timestamptz(3) not null default app.now(),
  updated_at  timestamptz(3) not null default app.now(),
  check ((state = 'sent') = (sent_at is not null))
);
create index outbox_due on outbox (run_at) where state = 'queued';
create index on outbox (body_id, state);
create index on outbox (dispatch_id);
create index on outbox (request_id);

-- ── One form, one effect: the key is minted with the form and claimed in the same transaction ───────
create table idempotency (
  key       uuid  primary key,
  actor     text  not null,
  route     text  not null,
  body_hash bytea not null,
  result    jsonb,
  at        timestamptz(3) not null default app.now()
);
create index on idempotency (at);

-- ── What somebody has typed but not sent; owner_key names a person, a card or a browser ─────────────
create table draft (
  id         uuid  primary key,
  owner_key  bytea not null,
  form       text  not null,
  subject    text  not null default '',
  data_enc   bytea not null,
  updated_at timestamptz(3) not null default app.now(),
  expires_at timestamptz(3) not null,
  unique (owner_key, form, subject)
);
create index on draft (expires_at);

create table job_run (
  name        text primary key,
  started_at  timestamptz(3),
  finished_at timestamptz(3),
  lease_until timestamptz(3),
  last_error  text
);

-- ── Bytes by their content: the key is the digest, so a stored file cannot change under its name ─────
create table stored_file (
  sha256     bytea primary key,
  size       int   not null,
  mime       text  not null,
  bytes      bytea not null,
  created_at timestamptz(3) not null default app.now(),
  constraint stored_file_by_content check (sha256 = sha256(bytes) and size = octet_length(bytes))
);
