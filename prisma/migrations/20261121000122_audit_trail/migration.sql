-- The audit trail as a page may show it: who, when, in which role, what. No payload, no text of any record.

-- Everything that hangs on one record of the acting body: a case, a request or a dispatch bring what is below them.
create function app.trail_entities(p_entity uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with request as (
    select id from dispatch_request where body_id = app.body() and (id = p_entity or case_id = p_entity)
  ), dispatch_of as (
    select id from dispatch where body_id = app.body() and (id = p_entity or request_id in (select id from request))
  ), visit_of as (
    select id from visit where dispatch_id in (select id from dispatch_of)
  ), report_of as (
    select id from report where dispatch_id in (select id from dispatch_of)
  )
  select p_entity
  union select id from request
  union select id from dispatch_of
  union select id from visit_of
  union select id from report_of
  union select id from dispatch_party where request_id in (select id from request)
  union select id from coordination_consent where request_id in (select id from request)
  union select id from candidate_search where request_id in (select id from request)
  union select id from proposal where request_id in (select id from request)
  union select id from client_card where request_id in (select id from request)
  union select id from plan_version where dispatch_id in (select id from dispatch_of)
  union select id from agreement where dispatch_id in (select id from dispatch_of)
  union select id from advice where report_id in (select id from report_of)
  union select id from incident where dispatch_id in (select id from dispatch_of)
  union select id from document where dispatch_id in (select id from dispatch_of)
  union select id from stop_request
         where request_id in (select id from request) or dispatch_id in (select id from dispatch_of)
  union select id from contact where case_id = p_entity and body_id = app.body()
  union select id from hearing_sheet where case_id = p_entity and body_id = app.body()
$$;

-- May this hat ask for the trail of this record? The auditor of the body for any; a dispatch officer for requests
-- and dispatches, never for a case; a coordinator for what is in the caseload.
create function app.trail_allowed(p_entity uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case current_setting('role', true)
    when 'yr_auditor' then true
    when 'yr_dispatch' then exists (select 1 from dispatch_request where id = p_entity and body_id = app.body())
                         or exists (select 1 from dispatch where id = p_entity and body_id = app.body())
    when 'yr_coordinator' then p_entity in (select app.my_cases()) or p_entity in (select app.my_case_requests())
    else false end
$$;

-- Newest first. Without an entity only the auditor gets the whole chain of the body.
create function app.audit_trail(p_entity uuid, p_limit int) returns table (
  seq bigint, at timestamptz, actor_name text, role text, action text, entity text, entity_id text, hash bytea
)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if p_entity is null and current_setting('role', true) <> 'yr_auditor' or p_entity is not null and not app.trail_allowed(p_entity) then
    return;
  end if;
  return query
    select l.seq, l.at, p.display_name, l.role, l.action, l.entity, l.entity_id, l.hash
      from audit_log l
      left join person p on p.id::text = l.actor
     where l.chain = app.body()::text
       and (p_entity is null or l.entity_id = any (array(select e::text from app.trail_entities(p_entity) e)))
     order by l.seq desc
     limit p_limit;
end $$;

-- Does the chain of the acting body hold? Nothing, or its first wrong row.
create function app.audit_check() returns table (bad_seq bigint, why text)
language sql stable security definer set search_path = public, pg_temp as $$
  select * from app.audit_verify(app.body()::text)
$$;

revoke all on function app.trail_entities, app.trail_allowed, app.audit_trail, app.audit_check from public;
grant execute on function app.audit_trail, app.audit_check to yr_auditor, yr_dispatch, yr_coordinator;
