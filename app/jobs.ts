import { renderDocuments } from './features/correspondence/jobs/render-documents.server.ts'
import { sendMail } from './features/correspondence/jobs/send-mail.server.ts'
import { forgetExpired } from './features/directory/jobs/forget-expired.server.ts'
import { lapseProposals } from './features/dispatch/jobs/lapse-proposals.server.ts'
import { checkTrail } from './features/oversight/jobs/check-trail.server.ts'
import { remindUnanswered } from './features/roster/jobs/remind-unanswered.server.ts'
import { drain, type Job } from './platform/jobs/worker.server.ts'
import type { Ctx } from './shared/ctx.ts'

/** The job table: every background job of the product, in the order a drain runs them. */
export const jobs: readonly Job[] = [lapseProposals, remindUnanswered, renderDocuments, sendMail, forgetExpired, checkTrail]

/** Runs every job until none finds anything to do at the context's time; for tests and demo data. */
export async function drainJobs(base: Pick<Ctx, 'clock' | 'ids'>): Promise<void> {
  await drain(jobs, base)
}
