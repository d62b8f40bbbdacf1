-- Fills one body with dispatches at every step, and what hangs on each of them: the same rows every time, only the days
-- follow the calendar. Run as the owner of a cluster of one's own with triggers asleep, so rows are whole by
-- construction; bench.body, bench.training, bench.officer, bench.rows and bench.cards say for whom and how many.

-- A name that sorts by time like the product's own.
create or replace function pg_temp.name(kind text, n int) returns uuid language sql immutable as $$
  select (lpad(to_hex(1790000000000 + n * 997::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid
    from md5(current_setting('bench.body') || kind || n) h
$$;

-- ── 200 supporters on the roster ────────────────────────────────────────────────────────────────────
create temporary table helper as
  select s, pg_temp.name('person', s) as person_id, pg_temp.name('consent', s) as consent_id,
         pg_temp.name('application', s) as application_id, pg_temp.name('completion', s) as completion_id,
         pg_temp.name('entry', s) as entry_id, format('例田 %s', s) as name, format('レイダ %s', s) as kana
    from generate_series(0, 199) s;

insert into person (id, login_email, display_name)
  select person_id, format('s%s-%s@bench.example.jp', s, right(current_setting('bench.body'), 12)), name from helper;
insert into supporter (person_id, monthly_cap) select person_id, 60 from helper;
insert into course (id, body_id, fiscal_year, kind, title, state)
  select pg_temp.name('course', 0), current_setting('bench.training')::uuid, app.fy(app.today()), 'supporter', '養成研修', 'finished';
insert into consent_text (id, body_id, no, title, body, sha256, in_force_from)
  select pg_temp.name('text', 0), b.id, 1 + count(t.id), '登録同意書', '{}', sha256(convert_to(current_setting('bench.body'), 'UTF8')), app.today() - 200
    from body b left join consent_text t on t.body_id = b.id where b.id = current_setting('bench.training')::uuid group by b.id;
insert into application (id, body_id, course_id, person_id, receipt_fy, receipt_no, name, kana, state, confirmed_at)
  select h.application_id, c.body_id, c.id, h.person_id, c.fiscal_year,
         h.s + 1 + (select count(*) from application), h.name, h.kana, 'completed', app.now() - interval '150 days'
    from helper h cross join course c where c.id = pg_temp.name('course', 0);
insert into completion (id, body_id, person_id, application_id, completed_on)
  select completion_id, current_setting('bench.training')::uuid, person_id, application_id, app.today() - 120 from helper;
insert into roster_consent (id, body_id, person_id, text_id, state, explained_at, chosen_at, signed_at, method)
  select consent_id, current_setting('bench.training')::uuid, person_id, pg_temp.name('text', 0), 'signed',
         app.now() - interval '111 days', app.now() - interval '111 days', app.now() - interval '110 days', 'drawn' from helper;
insert into roster_entry (id, body_id, person_id, completion_id, consent_id, fiscal_year, registration_no, state, valid_from,
                          valid_to, name, kana, kana_sort, name_search)
  select entry_id, current_setting('bench.training')::uuid, person_id, completion_id, consent_id, app.fy(app.today()),
         s + 1 + (select count(*) from roster_entry), 'active', app.today() - 110, app.today() + 365, name, kana, kana, name from helper;

-- ── One line a dispatch ─────────────────────────────────────────────────────────────────────────────
create temporary table line as
  select n, pg_temp.name('request', n) as request_id, pg_temp.name('dispatch', n) as dispatch_id,
         pg_temp.name('party', n) as party_id, pg_temp.name('family', n) as family_id,
         pg_temp.name('plan', n) as plan_id, pg_temp.name('next', n) as next_id,
         h.person_id, h.entry_id, n / 200 as turn,
         (array['preparing', 'preparing', 'agreed', 'active', 'active', 'active', 'active', 'active', 'active', 'paused',
                'preparing', 'active', 'active', 'active', 'active', 'active', 'active', 'ended', 'ended', 'stopped'])[1 + n % 20] as state,
         (array['person', 'person', 'family', 'person', 'unknown'])[1 + n % 5] as wish,
         1 + n % 7 as ladder, app.now() - make_interval(mins => 7 * (n * 7919 % 10007)) as moved
    from generate_series(0, current_setting('bench.rows')::int - 1) n join helper h on h.s = n % 200;

insert into dispatch_request (id, body_id, receipt_fy, receipt_no, wish, ladder_max, area, state, received_at, received_by,
                              consented_at, coordination_started_at, stopped_at)
  select request_id, current_setting('bench.body')::uuid, app.fy(app.today()), n + 1, wish, ladder, '中央区',
         case state when 'stopped' then 'closed' else 'placed' end, app.now() - interval '100 days', current_setting('bench.officer')::uuid,
         app.now() - interval '99 days', app.now() - interval '98 days', case state when 'stopped' then moved end from line;
insert into dispatch_party (id, body_id, request_id, kind, call_name)
  select party_id, current_setting('bench.body')::uuid, request_id, 'person',
         (array['あおぞら', 'こもれび', 'ひだまり', 'そよかぜ', 'ゆうなぎ', 'はなうた', 'ほしぞら', 'みなも'])[1 + n % 8] || (n % 90 + 10) from line
  union all
  select family_id, current_setting('bench.body')::uuid, request_id, 'family', '母' from line where n % 3 = 0;
insert into coordination_consent (id, body_id, request_id, party_id, given_at, method)
  select pg_temp.name('given', n), current_setting('bench.body')::uuid, request_id, party_id, app.now() - interval '99 days', 'card' from line;
insert into dispatch (id, body_id, request_id, kind, fiscal_year, no, state, current_version_id, started_on, ended_on, stopped_at, updated_at)
  select dispatch_id, current_setting('bench.body')::uuid, request_id, 'supporter', app.fy(app.today()), n + 1, state,
         case when state <> 'preparing' then plan_id end, case when state <> 'preparing' then app.today() - 90 end,
         case state when 'ended' then app.today() - 1 end, case state when 'stopped' then moved end, moved from line;
insert into dispatch_supporter (dispatch_id, person_id, body_id, roster_entry_id, ended_at)
  select dispatch_id, person_id, current_setting('bench.body')::uuid, entry_id,
         case when state in ('ended', 'stopped') then moved end from line
  union all
  select l.dispatch_id, h.person_id, current_setting('bench.body')::uuid, h.entry_id,
         case when l.state in ('ended', 'stopped') then l.moved end from line l join helper h on h.s = (l.n + 1) % 200 where l.n % 2 = 0;

-- The first version is agreed, or open where the dispatch is prepared; every tenth running one has a second on offer.
create temporary table plan as
  select plan_id as id, n, 1 as no, case when state <> 'preparing' then 'agreed' when n % 2 = 0 then 'offered' else 'draft' end as state from line
  union all
  select next_id, n, 2, 'offered' from line where state = 'active' and n % 10 = 3;
insert into plan_version (id, body_id, dispatch_id, no, state, purpose, plan_text, content_text, frequency_text, place_text, do_text,
                          dont_text, emergency_text, share_text, period_from, period_to, ladder, offered_at)
  select p.id, current_setting('bench.body')::uuid, l.dispatch_id, p.no, p.state, '家の外の人と少しだけつながる時間をつくる。',
         '月に1回、木曜日、14時から30分くらい', '絵はがきをお届けします。話したいときは、話を聞きます。', '月に1回', '玄関の外',
         '絵はがきをお届けします。', '家の中には入りません。学校や仕事の話はしません。', 'あおばデスク　000-0000-0020',
         '来る日と時刻：ご家族、サポーター', app.today() - 90, app.today() + 40 + l.n % 60, l.ladder,
         case when p.state <> 'draft' then app.now() - interval '95 days' end
    from plan p join line l on l.n = p.n;
update plan_version v set content_hash = app.plan_hash(v) where body_id = current_setting('bench.body')::uuid and state <> 'draft';
insert into agreement (id, body_id, dispatch_id, plan_version_id, party_id, person_id, state, content_hash, decided_at, method)
  select pg_temp.name(concat('agreement', who.party_id, who.person_id, p.no), l.n), v.body_id, v.dispatch_id, v.id, who.party_id, who.person_id,
         answer.state, case answer.state when 'agreed' then v.content_hash end,
         case when answer.state <> 'pending' then app.now() - interval '94 days' end, 'screen'
    from plan p join plan_version v on v.id = p.id join line l on l.n = p.n
   cross join lateral (select l.party_id, null::uuid as person_id
                       union all
                       select null, s.person_id from dispatch_supporter s where s.dispatch_id = l.dispatch_id) who
   cross join lateral (select case when p.state = 'agreed' then 'agreed' when who.party_id is null then 'agreed'
                                   when l.n % 40 = 0 then 'declined' else 'pending' end as state) answer
   where v.state <> 'draft';

-- ── Two visits behind and one ahead, each supporter's in turn so that none overlap ──────────────────
create temporary table meeting as
  select pg_temp.name('visit', l.n * 3 + k) as id, pg_temp.name('report', l.n * 3 + k) as report_id, l.dispatch_id, l.plan_id, l.party_id,
         l.person_id, l.n, k, day, (day + make_interval(hours => 9 + 2 * (l.turn / 25))) at time zone 'Asia/Tokyo' as starts_at,
         case when k = 3 then 'scheduled' else 'held' end as state
    from line l cross join generate_series(1, 3) k
   cross join lateral (select app.today() + (array[-70, -35, 2])[k] + l.turn % 25 as day) d
   where l.state = 'active' or (l.state in ('paused', 'ended', 'stopped') and k < 3);
insert into visit (id, body_id, dispatch_id, plan_version_id, starts_at, ends_at, day, place_text, state, outcome)
  select id, current_setting('bench.body')::uuid, dispatch_id, plan_id, starts_at, starts_at + interval '30 minutes', day, '玄関の外', state,
         case state when 'held' then 'met' end from meeting;
insert into visit_supporter (visit_id, person_id, body_id, starts_at, ends_at, live)
  select id, person_id, current_setting('bench.body')::uuid, starts_at, starts_at + interval '30 minutes', true from meeting;
insert into visit_client (visit_id, party_id, body_id) select id, party_id, current_setting('bench.body')::uuid from meeting;
insert into report (id, body_id, dispatch_id, visit_id, person_id, state, submitted_at, answer_due_on)
  select report_id, current_setting('bench.body')::uuid, dispatch_id, id, person_id,
         case when k = 2 and n % 9 = 0 then 'submitted' else 'answered' end, starts_at + interval '1 day', day + 8 from meeting where state = 'held';

-- ── What hundred days leave behind: mails, trails, forms ────────────────────────────────────────────
-- Both mails of each visit; of one ahead the reminder is still to be sent, on its eve.
insert into outbox (id, body_id, dispatch_id, person_id, kind, dedupe_key, state, run_at, sent_at)
  select pg_temp.name(kind, m.n * 3 + m.k), current_setting('bench.body')::uuid, m.dispatch_id, m.person_id, kind,
         format('%s:%s:%s', kind, m.id, m.person_id), case when ahead then 'queued' else 'sent' end, due, case when not ahead then least(due, app.now()) end
    from meeting m
   cross join (values ('visit.booked', interval '7 days'), ('visit.reminder', interval '1 day')) as mail(kind, before)
   cross join lateral (select m.starts_at - before as due, m.state = 'scheduled' and kind = 'visit.reminder' as ahead) x;
select count(app.audit('dispatch.read', 'dispatch', dispatch_id::text, '', current_setting('bench.body')::uuid)) from line;
insert into idempotency (key, actor, route, body_hash, result, at)
  select pg_temp.name('key', n), current_setting('bench.officer'), '/desk/dispatches#send', sha256(''), '{"ok": true, "value": null}', moved from line;
insert into stop_request (id, body_id, request_id, party_id, channel, follow_up, received_at, done_at, done_by)
  select pg_temp.name('stop', n), current_setting('bench.body')::uuid, request_id, party_id, 'card', 'done', moved, moved,
         current_setting('bench.officer')::uuid from line where state = 'stopped';
insert into task (id, body_id, kind, state, due_on, stop_request_id, request_id, done_at, done_by)
  select pg_temp.name('task', l.n), s.body_id, 'stop.followUp', 'done', app.day(l.moved), s.id, s.request_id, s.done_at, s.done_by
    from line l join stop_request s on s.request_id = l.request_id;

-- ── Cards of the first running dispatches; their tokens can be told from the body and the number ────
insert into client_card (id, body_id, request_id, party_id, token_hash, expires_on)
  select pg_temp.name('card', n), current_setting('bench.body')::uuid, request_id, party_id,
         sha256(convert_to(current_setting('bench.body') || '-' || (row_number() over (order by n) - 1), 'UTF8')), app.today() + 90
    from line where state = 'active' order by n limit current_setting('bench.cards')::int;

drop table helper, line, plan, meeting;
