import type { Database } from '#app/platform/db/open.server.ts'
import type { Clock } from '#app/shared/clock.ts'
import { shiftedClock } from '#app/platform/clock.server.ts'

/** A database clock that runs, moved by a shift; for demo data with a past and for journeys over days. */
export interface TimeMachine {
  clock: Clock
  /** How far the clock is moved now, in milliseconds. */
  shiftMs(): number
  /** Moves the clock of the database and `clock` so that it is this instant now. */
  goTo(instant: Date): Promise<void>
  /** Gives the database its own clock back. */
  end(): Promise<void>
}

const ownClock = `create or replace function app.now() returns timestamptz language plpgsql stable as $$
  begin return clock_timestamp(); end $$`

const movedClock = `create or replace function app.now() returns timestamptz language plpgsql stable security definer
  set search_path = app, pg_temp as 'begin return clock_timestamp() + (select shift from app.test_shift); end'`

const table = `create table if not exists app.test_shift (one boolean primary key default true check (one), shift interval not null);
  insert into app.test_shift values (true, interval '0') on conflict do nothing`

/** Each statement alone: a script may hold quotes that a splitter would not know. */
async function asOwner(database: Database, ...statements: string[]): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await client.query('set local role none')
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Gives the database a movable clock. */
export async function startTimeMachine(database: Database): Promise<TimeMachine> {
  let shift = 0
  await asOwner(database, ...table.split(';'), movedClock)
  return {
    clock: shiftedClock(() => shift),
    shiftMs: () => shift,
    async goTo(instant) {
      shift = instant.getTime() - Date.now()
      await database.asOwner(
        (tx) => tx.$executeRaw`update app.test_shift set shift = make_interval(secs => ${shift / 1000}::float8)`,
      )
    },
    end: () => asOwner(database, ownClock, 'drop table app.test_shift'),
  }
}
