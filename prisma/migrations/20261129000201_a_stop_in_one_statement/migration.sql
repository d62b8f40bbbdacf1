-- The end of an act: what it answered is kept for the second sending of its form, and what is checked at the end is
-- checked while a refusal can still be told.
create function app.end_act(p_key uuid, p_result jsonb) returns boolean
language plpgsql set search_path = public, pg_temp as $$
begin
  if p_key is not null then perform app.keep_result(p_key, p_result); end if;
  set constraints all immediate;
  return true;
end $$;

revoke all on function app.end_act from public;
grant execute on function app.end_act
  to yr_public, yr_auth, yr_supporter, yr_client, yr_trainer, yr_roster, yr_dispatch, yr_coordinator, yr_auditor,
     yr_admin, yr_job, yr_link;

-- N9: a client's stop by the card, as one statement. It enters, takes the form's key, says the word and keeps what was
-- answered, as the same steps one by one would, with the rights of whoever enters: it is no definer function.
create function app.say_stop(
  p_card bytea, p_id uuid, p_key uuid, p_actor text, p_route text, p_body_hash bytea, p_answer jsonb
) returns jsonb
language plpgsql set search_path = public, pg_temp as $$
declare
  e app.entrance;
  earlier jsonb;
begin
  select * into e from app.enter_card(p_card);
  perform set_config('role', e.role, true), set_config('app.actor', '', true),
          set_config('app.body', e.body::text, true), set_config('app.party', e.party::text, true);
  if p_key is not null then
    earlier := app.claim_key(p_key, p_actor, p_route, p_body_hash);
    if earlier is not null then return earlier; end if;
  end if;
  insert into stop_request (id, body_id, request_id, party_id, channel)
  select p_id, e.body, r.id, e.party, 'card' from dispatch_request r where r.id = e.request and r.stopped_at is null;
  if not found and not exists (select from dispatch_request r where r.id = e.request) then
    raise exception 'no such request' using errcode = 'YN080';
  end if;
  perform app.end_act(p_key, p_answer);
  return p_answer;
end $$;

revoke all on function app.say_stop from public;
grant execute on function app.say_stop to yr_login;
