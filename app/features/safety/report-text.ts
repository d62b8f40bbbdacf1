import { z } from 'zod'

/** The text of one report, as it is sealed: facts, no blame. */
export const reportTextSchema = z.object({
  summary: z.string(),
  firstResponse: z.string(),
  presentState: z.string(),
  cause: z.string().nullable(),
  prevention: z.string().nullable(),
})

export type ReportText = z.infer<typeof reportTextSchema>
