-- Roles, the schema of functions, and the few functions every other migration stands on.
-- Tables live in schema "public" (Prisma's), functions in schema "app" (invisible to Prisma).

-- ── One database role per audience ──────────────────────────────────────────────────────────────────
-- A grant can then say "a supporter has no case tables", which no wrong policy can undo.
-- Roles belong to the whole cluster, so they may exist already. Every connection runs as yr_login, which
-- owns nothing and inherits nothing; a transaction becomes one of the others through app.enter_*().
do $$
declare
  audience text[] := array['yr_public', 'yr_auth', 'yr_supporter', 'yr_client', 'yr_trainer', 'yr_roster',
                           'yr_dispatch', 'yr_coordinator', 'yr_auditor', 'yr_admin', 'yr_job'];
  r text;
begin
  foreach r in array audience || array['yr_login'] loop
    begin
      execute format('create role %I nologin noinherit', r);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
  foreach r in array audience loop
    if not pg_has_role('yr_login', r, 'MEMBER') then
      execute format('grant %I to yr_login', r);
    end if;
  end loop;
  -- SET ROLE asks the session's user, so the owner that migrates and connects must be a member of each
  foreach r in array audience || array['yr_login'] loop
    if not pg_has_role(current_user, r, 'MEMBER') then
      execute format('grant %I to %I', r, current_user);
    end if;
  end loop;
end $$;

-- Needed for the wall against overlapping visits; a trusted extension, so a database owner may create it.
create extension if not exists btree_gist;

create schema app;

-- No function is for everybody. Must be global: a per-schema revoke does not undo the built-in default.
alter default privileges revoke execute on functions from public;

-- ── Time ────────────────────────────────────────────────────────────────────────────────────────────
-- The one clock of the database; a test database replaces this function and nothing else.
create function app.now() returns timestamptz
language sql stable as $$ select clock_timestamp() $$;

create function app.today() returns date
language sql stable as $$ select (app.now() at time zone 'Asia/Tokyo')::date $$;

create function app.day(t timestamptz) returns date
language sql immutable as $$ select (t at time zone 'Asia/Tokyo')::date $$;

-- The Japanese fiscal year, April to March, of a Tokyo day.
create function app.fy(d date) returns int
language sql immutable as $$ select extract(year from d - interval '3 months')::int $$;

-- The part of the Tokyo day an instant falls in, in the words of reconfirmation_slot and request_slot.
create function app.part(t timestamptz) returns text
language sql immutable as $$
  select case when h < 12 then 'morning' when h < 17 then 'afternoon' else 'evening' end
    from extract(hour from t at time zone 'Asia/Tokyo') h
$$;

-- ── Who acts in this transaction, as set by the one door ────────────────────────────────────────────
create function app.actor() returns uuid
language sql stable as $$ select nullif(current_setting('app.actor', true), '')::uuid $$;

create function app.body() returns uuid
language sql stable as $$ select nullif(current_setting('app.body', true), '')::uuid $$;

create function app.party() returns uuid
language sql stable as $$ select nullif(current_setting('app.party', true), '')::uuid $$;

create function app.draft_owner() returns bytea
language sql stable as $$ select decode(nullif(current_setting('app.draft_owner', true), ''), 'hex') $$;
