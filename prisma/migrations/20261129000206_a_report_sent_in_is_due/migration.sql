-- A report that was sent in has a day by which it is answered; the task takes that day and knows no other.
do $$
begin
  update report r set answer_due_on = t.due_on, version = r.version + 1 from task t
   where t.report_id = r.id and t.kind = 'report.answer' and r.state = 'submitted' and r.answer_due_on is null;
  if found then perform app.audit('report.change', 'report', '', 'answer_due_on'); end if;
end $$;
set constraints all immediate;

alter table report add constraint report_sent_in_is_due check (state <> 'submitted' or answer_due_on is not null);

create or replace function app.report_task() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state = 'submitted' then
    insert into task (id, body_id, kind, due_on, report_id)
    values (gen_random_uuid(), new.body_id, 'report.answer', new.answer_due_on, new.id)
    on conflict (report_id) where kind = 'report.answer' do nothing;
  elsif new.state in ('answered', 'void') then
    update task set state = 'done', done_at = app.now(), done_by = app.actor(), version = version + 1
     where report_id = new.id and kind = 'report.answer' and state = 'open';
  end if;
  return null;
end $$;
