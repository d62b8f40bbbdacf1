import { z } from 'zod'
import { callTimes, contactWays, phoneWishes, registerWishes, senderNames, yesNoLater } from './forms.ts'

/** What an applicant wished for, as stored. Who they are and where they live stands elsewhere, encrypted. */
export const applicantAnswers = z.object({
  ways: z.array(z.enum(contactWays)).default([]),
  phoneWish: z.enum(phoneWishes).default('none'),
  callTimes: z.array(z.enum(callTimes)).default([]),
  voicemail: z.enum(yesNoLater).default('later'),
  senderName: z.enum(senderNames).default('later'),
  familyMayKnow: z.enum(yesNoLater).default('later'),
  registerWish: z.enum(registerWishes).default('later'),
})
export type ApplicantAnswers = z.infer<typeof applicantAnswers>
