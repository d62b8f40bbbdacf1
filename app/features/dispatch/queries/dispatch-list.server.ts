import { hasRole } from '#app/access/actor.ts'
import { auditRow } from '#app/platform/audit.server.ts'
import { fromOptionalDate } from '#app/platform/db/days.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'
import { asDispatchState, type DispatchState } from '../domain/dispatch-lifecycle.ts'
import type { ListFacts, ListFilter, ListRow } from '../facts/dispatch-list.ts'

/** Rows on a page. */
export const pageSize = 25

interface Row {
  id: string
  fiscal_year: number
  no: number
  state: string
  wish: string | null
  call_name: string | null
  ladder: number | null
  period_to: Date | null
  newest_plan: string | null
  pending: number
  declined: number
  answer_due: Date | null
  open_visit: Date | null
  next_visit: Date | null
  updated_at: Date
}

/** What is there beside the rows; a page without rows has one line, which holds nothing else. */
interface Line extends Row {
  counts: Record<string, number>
}

/**
 * One page of the body's dispatches, the latest moved first, and how many there are in each state. One statement
 * whatever the number of rows, the row of the audit trail included: the page is cut out by its index first, and only
 * its rows look for more.
 */
export async function listDispatches(ctx: Ctx, filter: ListFilter): Promise<ListFacts | null> {
  const { actor, clock } = ctx
  if (!hasRole(actor, 'dispatch')) return null
  return withActor(ctx, async (tx) => {
    const lines = await tx.$queryRaw<[Line, ...Line[]]>(listOf(actor.bodyId, filter, clock.now()))
    const rows = lines.filter((line) => line.id !== null)
    const byState = new Map(Object.entries(lines[0].counts).map(([state, n]) => [asDispatchState(state), n]))
    return { rows: rows.map(rowOf), counts: byState, total: totalOf(byState, filter.state) }
  })
}

function totalOf(counts: ReadonlyMap<DispatchState, number>, state: ListFilter['state']): number {
  if (state === 'closed') return (counts.get('stopped') ?? 0) + (counts.get('ended') ?? 0)
  if (state) return counts.get(state) ?? 0
  return [...counts.values()].reduce((sum, n) => sum + n, 0)
}

function ofState(state: ListFilter['state']): Prisma.Sql {
  if (!state) return Prisma.empty
  return state === 'closed' ? Prisma.sql`and d.state in ('stopped', 'ended')` : Prisma.sql`and d.state = ${state}`
}

/** What is asked for beside the state; a name is a range of beginnings, which an index and row security allow. */
function narrowing({ wish, ladder, number, name }: ListFilter): Prisma.Sql {
  const parts: Prisma.Sql[] = []
  if (wish) parts.push(Prisma.sql`and (select r.wish from dispatch_request r where r.id = d.request_id) = ${wish}`)
  if (number === 'unknown') parts.push(Prisma.sql`and false`)
  else if (number) parts.push(Prisma.sql`and d.fiscal_year = ${number.fiscalYear} and d.no = ${number.no}`)
  if (name) {
    parts.push(Prisma.sql`and d.request_id in (select p.request_id from dispatch_party p
      where p.call_name collate "C" >= ${name} and p.call_name collate "C" < ${`${name}\u{10FFFF}`})`)
  }
  if (ladder) {
    parts.push(Prisma.sql`and (select v.ladder from plan_version v where v.dispatch_id = d.id and v.state <> 'superseded'
      order by v.no desc limit 1) = ${ladder}`)
  }
  return parts.length > 0 ? Prisma.join(parts, ' ') : Prisma.empty
}

function listOf(bodyId: string, filter: ListFilter, now: Date): Prisma.Sql {
  const order = filter.order === 'number' ? Prisma.sql`fiscal_year desc, no desc` : Prisma.sql`updated_at desc, id`
  return Prisma.sql`
    with counted as materialized (
      select coalesce(json_object_agg(s.state, s.n), '{}') as counts from (${countsOf(bodyId, filter)}) s),
    page as materialized (${pageOf(bodyId, filter, now, order)}),
    trail as materialized (select ${trailOf(bodyId, filter)} from (select count(*) as rows from page) seen)
    select counted.counts, page.*
      from counted cross join trail left join page on true
     order by ${order}`
}

/** What was seen, for the audit trail: which page, and how many rows. */
function trailOf(bodyId: string, filter: ListFilter): Prisma.Sql {
  const detail = Prisma.sql`json_build_object('page', ${filter.page}::int, 'rows', seen.rows)::text`
  return auditRow({ action: 'dispatch.list', entity: 'body', id: bodyId }, detail)
}

function countsOf(bodyId: string, filter: ListFilter): Prisma.Sql {
  return Prisma.sql`select d.state, count(*)::int as n from dispatch d
    where d.body_id = ${bodyId}::uuid ${narrowing(filter)} group by d.state`
}

function pageOf(bodyId: string, filter: ListFilter, now: Date, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with d as materialized (
      select d.id, d.request_id, d.fiscal_year, d.no, d.state, d.updated_at from dispatch d
       where d.body_id = ${bodyId}::uuid ${ofState(filter.state)} ${narrowing(filter)}
       order by ${order} ${cut(filter.page)})
    select d.id, d.fiscal_year, d.no, d.state, d.updated_at, r.wish, p.call_name, v.ladder, v.period_to,
           v.state as newest_plan, coalesce(a.pending, 0) as pending, coalesce(a.declined, 0) as declined,
           (select min(t.answer_due_on) from report t where t.dispatch_id = d.id and t.state = 'submitted') as answer_due,
           x.open_visit, x.next_visit
      from d
      left join dispatch_request r on r.id = d.request_id
      left join lateral (select p.call_name from dispatch_party p where p.request_id = d.request_id
                          order by p.kind desc limit 1) p on true
      left join lateral (select v.id, v.ladder, v.period_to, v.state from plan_version v
                          where v.dispatch_id = d.id and v.state <> 'superseded' order by v.no desc limit 1) v on true
      left join lateral (select count(*) filter (where a.state = 'pending')::int as pending,
                                count(*) filter (where a.state = 'declined')::int as declined
                           from agreement a where a.dispatch_id = d.id and a.plan_version_id = v.id and v.state = 'offered') a on true
      left join lateral (select min(x.starts_at) filter (where x.ends_at < ${now}) as open_visit,
                                min(x.starts_at) filter (where x.ends_at >= ${now}) as next_visit
                           from visit x where x.dispatch_id = d.id and x.state = 'scheduled') x on true`
}

/**
 * The rows of one page. The number of rows stands in the text, and the first page skips none: of a number it is not
 * told, the planner assumes so many rows that it plans anew each time.
 */
function cut(page: number): Prisma.Sql {
  const rows = Prisma.raw(`limit ${pageSize}`)
  return page === 1 ? rows : Prisma.sql`${rows} offset ${(page - 1) * pageSize}`
}

function rowOf(row: Row): ListRow {
  return {
    id: row.id,
    fiscalYear: row.fiscal_year,
    no: row.no,
    wish: row.wish,
    callName: row.call_name,
    ladder: row.ladder,
    updatedAt: row.updated_at,
    step: {
      state: asDispatchState(row.state),
      newestPlan: row.newest_plan as ListRow['step']['newestPlan'],
      pending: row.pending,
      declined: row.declined,
      answerDueOn: fromOptionalDate(row.answer_due),
      openVisitOn: row.open_visit && tokyoDay(row.open_visit),
      nextVisitOn: row.next_visit && tokyoDay(row.next_visit),
      periodTo: fromOptionalDate(row.period_to),
    },
  }
}
