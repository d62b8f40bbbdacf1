-- The client asks for another day, another supporter, a rest, or to begin again: a note to the desk.
grant insert on task to yr_client;
create policy card_asks on task for insert to yr_client
  with check (body_id = (select app.body()) and request_id = (select app.card_request()) and kind like 'client.%'
    and state = 'open' and stop_request_id is null and report_id is null and incident_id is null);

-- How the client may be reached, as the case told it on the day of the wish: whoever calls or writes sees it first.
alter table dispatch_party_private add column rules_enc bytea;
