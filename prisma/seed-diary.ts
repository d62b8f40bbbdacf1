import { fiscalYear, startOfFiscalYear } from '#app/shared/fiscal-year.ts'
import { addDays, tokyoDay, tokyoInstant, type TokyoDay, weekdayIndex } from '#app/shared/tokyo-day.ts'
import type { TimeMachine } from '#tests/setup/time-machine.ts'

/** What happened, and when: several stories are told side by side and lived in the order of the days. */
export interface Diary {
  /** The working day so many days ago (Tokyo); negative for days to come. Weekends move away from today. */
  dayAgo(ago: number): TokyoDay
  /** Whether so many days ago it was this fiscal year already; nothing is written before 1 April. */
  reaches(ago: number): boolean
  /** Writes down what was done on that day at a clock time, `'09:30'`. */
  on(ago: number, time: string, what: () => Promise<unknown>): void
  /** Lives everything, the oldest first; the same instant in the order it was written. */
  live(): Promise<void>
}

function workingDay(day: TokyoDay, ago: number): TokyoDay {
  const index = weekdayIndex(day)
  if (index !== 0 && index !== 6) return day
  if (ago > 0) return addDays(day, index === 6 ? -1 : -2)
  return addDays(day, index === 6 ? 2 : 1)
}

/** An empty diary that ends today. */
export function openDiary(machine: TimeMachine): Diary {
  const now = machine.clock.now()
  const today = tokyoDay(now)
  const newYear = startOfFiscalYear(fiscalYear(today))
  const entries: { at: Date; what: () => Promise<unknown> }[] = []
  const dayAgo = (ago: number) => {
    const day = workingDay(addDays(today, -ago), ago)
    return day < newYear ? newYear : day
  }
  return {
    dayAgo,
    reaches: (ago) => addDays(today, -ago) >= newYear,
    on(ago, time, what) {
      const at = tokyoInstant(dayAgo(ago), time)
      entries.push({ at: at < now ? at : now, what })
    },
    async live() {
      entries.sort((a, b) => a.at.getTime() - b.at.getTime())
      for (const { at, what } of entries) {
        await machine.goTo(at)
        await what()
      }
    },
  }
}
