-- Which card a typed short code belongs to. The id opens nothing by itself: the card's secret is made from it
-- with the server's key.
create function app.card_by_code(p_code_hash bytea) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from client_card
   where code_hash = p_code_hash and revoked_at is null and app.today() <= expires_on
$$;
grant execute on function app.card_by_code to yr_public;
