-- N8, N9: what is stopped already is not stopped again, by whatever way the word comes and however many come at once:
-- the row that everything hangs on is held before it is looked at. The second word is no error and no second task.
create function app.g_stop_once() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  stopped timestamptz;
begin
  if new.dispatch_id is null then
    select stopped_at into stopped from dispatch_request where id = new.request_id and body_id = new.body_id for no key update;
  else
    select stopped_at into stopped from dispatch where id = new.dispatch_id and body_id = new.body_id for no key update;
  end if;
  return case when stopped is null then new end;
end $$;

create trigger g05_once before insert on stop_request for each row execute function app.g_stop_once();
revoke all on function app.g_stop_once from public;

drop function app.say_stop(bytea, uuid, uuid, text, text, bytea, jsonb);

-- N9: a client's stop by the card, as one statement: it enters and says the word, with the rights of whoever enters;
-- it is no definer function. The request of the card is stopped when this returns.
create function app.say_stop(p_card bytea, p_id uuid) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  e app.entrance;
begin
  select * into e from app.enter_card(p_card);
  perform set_config('role', e.role, true), set_config('app.actor', '', true),
          set_config('app.body', e.body::text, true), set_config('app.party', e.party::text, true);
  insert into stop_request (id, body_id, request_id, party_id, channel) values (p_id, e.body, e.request, e.party, 'card');
  if not exists (select from dispatch_request where id = e.request and stopped_at is not null) then
    raise exception 'not stopped' using errcode = 'YN080';
  end if;
  set constraints all immediate;
end $$;

revoke all on function app.say_stop from public;
grant execute on function app.say_stop to yr_login;
