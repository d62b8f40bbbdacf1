import { asTokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'

/** A Tokyo day as the driver writes it into a `date` column. */
export function toDateColumn(day: TokyoDay): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** The Tokyo day that a `date` column holds. */
export function fromDateColumn(date: Date): TokyoDay {
  return asTokyoDay(date.toISOString().slice(0, 10))
}

/** As `fromDateColumn`; nothing stays nothing. */
export function fromOptionalDate(date: Date | null): TokyoDay | null {
  return date && fromDateColumn(date)
}
