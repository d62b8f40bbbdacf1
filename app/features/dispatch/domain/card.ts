import { endOfFiscalYear, fiscalYear } from '#app/shared/fiscal-year.ts'
import { addDays, type TokyoDay } from '#app/shared/tokyo-day.ts'

/** A card made so close to the end of the year is good for the next one too. */
const atLeastDays = 60

/** The last day a card opens anything: 31 March, or that of the next year for a card of February and March. */
export function cardExpiresOn(today: TokyoDay): TokyoDay {
  return endOfFiscalYear(fiscalYear(addDays(today, atLeastDays)))
}
