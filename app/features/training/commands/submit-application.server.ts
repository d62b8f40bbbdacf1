import { settingOf } from '#app/features/directory/queries.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import { issueLink } from '#app/platform/links.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { receiptNo } from '#app/shared/receipt-no.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { addDays, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { checkApply } from '../domain/course-lifecycle.ts'
import type { ApplyContact, ApplyPerson } from '../forms.ts'
import { findCourse, insertApplication } from '../store.server.ts'

const linkDays = 7

export interface SubmitApplication {
  courseId: string
  person: ApplyPerson
  contact: ApplyContact
}

export interface Submitted {
  applicationId: string
  receiptNo: string
}

/**
 * A visitor applies for a course (要領 第3-2(2)ア). The application waits for its address to be
 * confirmed: the mailed link opens for seven days, and whoever opens it makes the account.
 */
export async function submitApplication(ctx: Ctx, input: SubmitApplication): Promise<Result<Submitted>> {
  return act(ctx, async (tx) => {
    const course = await findCourse(tx, input.courseId)
    if (!course) return refuse('notFound')
    const refusal = checkApply(course, ctx.clock.today())
    if (refusal) return refuse(`course.${refusal}`)
    const desk = await settingOf(tx, course.bodyId, 'desk', ctx.clock.today())
    if (!desk) return refuse('course.notOpen')

    const { id, year, no } = await insertApplication(tx, ctx, { ...input, bodyId: course.bodyId })
    const written = { applicationId: id, receiptNo: receiptNo(year, 'KJ', no) }
    await mailLink(tx, ctx, course, { ...written, email: input.person.email })
    await audit(tx, {
      action: 'application.submit', entity: 'application', id: written.applicationId, bodyId: course.bodyId,
      detail: { course: course.id, receiptNo: written.receiptNo },
    })
    return ok(written)
  })
}

async function mailLink(
  tx: Tx,
  ctx: Ctx,
  course: { bodyId: string; title: string },
  to: Submitted & { email: string },
): Promise<void> {
  const until = addDays(ctx.clock.today(), linkDays)
  const link = await issueLink(tx, ctx, {
    purpose: 'application.confirm', bodyId: course.bodyId, subjectId: to.applicationId,
    expiresAt: tokyoInstant(addDays(until, 1)),
  })
  await enqueueMail(tx, ctx, {
    bodyId: course.bodyId, kind: 'training.applicationReceived', to: to.email,
    dedupeKey: `training.applicationReceived:${to.applicationId}`,
    props: { receiptNo: to.receiptNo, courseTitle: course.title, linkId: link.id, linkUntil: until },
  })
}
