-- N9: said by the card, a stop is said once: whoever presses twice, or at once on two screens, has said the same.
create unique index stop_request_once_by_card on stop_request (request_id) where channel = 'card';

drop function app.say_stop(bytea, uuid, uuid, text, text, bytea, jsonb);

-- N9: a client's stop by the card, as one statement: it enters and says the word, with the rights of whoever enters;
-- it is no definer function. Gives the request, which is stopped when this returns.
create function app.say_stop(p_card bytea, p_id uuid) returns uuid
language plpgsql set search_path = public, pg_temp as $$
declare
  e app.entrance;
begin
  select * into e from app.enter_card(p_card);
  perform set_config('role', e.role, true), set_config('app.actor', '', true),
          set_config('app.body', e.body::text, true), set_config('app.party', e.party::text, true);
  insert into stop_request (id, body_id, request_id, party_id, channel)
  select p_id, e.body, r.id, e.party, 'card' from dispatch_request r where r.id = e.request and r.stopped_at is null
      on conflict (request_id) where channel = 'card' do nothing;
  set constraints all immediate;
  return e.request;
end $$;

revoke all on function app.say_stop from public;
grant execute on function app.say_stop to yr_login;
