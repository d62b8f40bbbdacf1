import { addDays, tokyoDay, tokyoInstant, type TokyoDay, weekdayIndex } from '#app/shared/tokyo-day.ts'
import type { TimeMachine } from '#tests/setup/time-machine.ts'

/** What happened, and when: several stories are told side by side and lived in the order of the days. */
export interface Diary {
  /** The working day so many days ago (Tokyo); negative for days to come. Weekends move away from today. */
  dayAgo(ago: number): TokyoDay
  /** Writes down what was done on that day at a clock time, `'09:30'`. */
  on(ago: number, time: string, what: () => Promise<unknown>): void
  /** A little later the same day. */
  later(minutes: number): Promise<void>
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
  const today = tokyoDay(machine.clock.now())
  const entries: { at: Date; what: () => Promise<unknown> }[] = []
  const dayAgo = (ago: number) => workingDay(addDays(today, -ago), ago)
  return {
    dayAgo,
    on(ago, time, what) {
      entries.push({ at: tokyoInstant(dayAgo(ago), time), what })
    },
    later: (minutes) => machine.goTo(new Date(machine.clock.now().getTime() + minutes * 60_000)),
    async live() {
      entries.sort((a, b) => a.at.getTime() - b.at.getTime())
      for (const { at, what } of entries) {
        await machine.goTo(at)
        await what()
      }
    },
  }
}
