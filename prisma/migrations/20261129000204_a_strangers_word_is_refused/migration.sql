-- N14: whether something is stopped is told to nobody who may not stop it. The row is looked at, and held, for
-- those whom the policies let say the word, and for supporters whose access this very stop has ended; a stranger's
-- row goes on to the policy, which refuses it stopped or not.
create or replace function app.g_stop_once() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  theirs boolean := case current_setting('role', true)
    when 'yr_client' then new.party_id = app.party()
      and (new.request_id is null or new.request_id = app.card_request())
      and (new.dispatch_id is null or new.dispatch_id in (select app.card_dispatches()))
    when 'yr_supporter' then new.request_id is null and exists (
      select from dispatch_supporter s join dispatch d on d.id = s.dispatch_id
       where s.person_id = app.actor() and s.dispatch_id = new.dispatch_id
         and (s.access_until is null or s.access_until > app.now() or s.access_until = d.stopped_at))
    when 'yr_coordinator' then (new.request_id is null or new.request_id in (select app.my_case_requests()))
      and (new.dispatch_id is null or new.dispatch_id in (select app.my_case_dispatches()))
    when 'yr_dispatch' then new.body_id = app.body()
    else true
  end;
  stopped timestamptz;
begin
  if theirs is not true then
    return new;
  end if;
  if new.dispatch_id is null then
    select stopped_at into stopped from dispatch_request where id = new.request_id and body_id = new.body_id for no key update;
  else
    select stopped_at into stopped from dispatch where id = new.dispatch_id and body_id = new.body_id for no key update;
  end if;
  return case when stopped is null then new end;
end $$;
