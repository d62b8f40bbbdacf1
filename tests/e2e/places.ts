import { asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'

/** Where the product of the journeys answers, and where it takes the journey's controls. */
export const port = Number(process.env.E2E_PORT ?? 3290)
export const control = port + 1
export const origin = `http://localhost:${port}`

/** The morning on which every journey begins: 2026年11月24日（火）10時. */
export const begins = tokyoInstant(asTokyoDay('2026-11-24'), '10:00')
