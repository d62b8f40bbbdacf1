-- Who asks for a new password: the account behind a login address and the body in whose name the mail is written,
-- the one the person works for or else the one whose training they applied for last. No row for anybody else.
create function app.account_to_renew(p_login_email text) returns table (person_id uuid, body_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, w.body_id
    from person p
    join account a on a.person_id = p.id and a.status = 'active'
   cross join lateral (
      select body_id from (
        select m.body_id, 0 as rank, m.starts_on::timestamptz as at
          from membership m
         where m.person_id = p.id and m.ended_at is null and app.today() between m.starts_on and m.ends_on
        union all
        select q.body_id, 1, q.created_at from application q where q.person_id = p.id
      ) known order by rank, at desc limit 1
    ) w
   where p.login_email = p_login_email
$$;

-- What the page of a link for a new password has to know: the address it was mailed to, the words the password must
-- not consist of, and whether it is for work.
create function app.link_account(p_token_hash bytea) returns table (
  body_id uuid, login_email text, display_name text, is_staff boolean
)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.body_id, p.login_email, p.display_name,
         exists (select 1 from membership m where m.person_id = p.id and m.ended_at is null and m.ends_on >= app.today())
    from link_token l
    join person p on p.id = l.person_id
   where l.token_hash = p_token_hash and l.purpose = 'account.password'
     and l.used_at is null and l.expires_at > app.now()
$$;

revoke execute on function app.account_to_renew(text), app.link_account(bytea) from public;
grant execute on function app.account_to_renew(text) to yr_auth;
grant execute on function app.link_account(bytea) to yr_link;
