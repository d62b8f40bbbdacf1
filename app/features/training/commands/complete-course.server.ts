import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { checkCompletion } from '../domain/completion.ts'
import { nextCourseState } from '../domain/course-lifecycle.ts'
import { acceptedOf, type Accepted } from '../queries/records.server.ts'
import { attendanceOf, findCourse, holdCourse, moveApplication } from '../store.server.ts'
import type { CourseFacts } from '../facts.ts'

/**
 * Decides for everybody at once, by the course's rule alone, who completed it (要領 第3-2(2)ア), and
 * ends the course. Refused while a session is still ahead or somebody's attendance is not recorded.
 */
export async function completeCourse(
  ctx: Ctx,
  input: { courseId: string; version: number },
): Promise<Result<{ completed: number; notCompleted: number }>> {
  return act(ctx, async (tx) => {
    const course = await findCourse(tx, input.courseId)
    if (!course || !may(ctx.actor, 'course.complete', { bodyId: course.bodyId })) return refuse('notFound')
    await holdCourse(tx, course.id)
    if (course.version !== input.version) return refuse('stale')
    const state = nextCourseState(course.state, 'finish')
    if (!state) return refuse('course.over')
    const ordinary = course.sessions.filter((session) => session.makesUpFor === null)
    if (ordinary.length === 0) return refuse('course.noSessions')
    if (course.sessions.some((session) => session.day > ctx.clock.today())) return refuse('course.sessionsAhead')

    const people = await acceptedOf(tx, course.id)
    const attendance = await attendanceOf(tx, course.sessions.map((session) => session.id))
    const verdicts = people.map((person) => ({
      person,
      verdict: checkCompletion(course, course.sessions, attendance.get(person.id) ?? new Map()),
    }))
    const open = verdicts.filter(({ verdict }) => verdict.unrecorded.length > 0).length
    if (open > 0) return refuse('attendance.missing', { detail: { count: open } })
    for (const { person, verdict } of verdicts) {
      if (!(await settle(tx, ctx, course, person, verdict.completed))) return refuse('stale')
    }
    const moved = await tx.course.updateMany({
      where: { id: course.id, version: course.version },
      data: { state, version: { increment: 1 } },
    })
    if (moved.count !== 1) return refuse('stale')
    const completed = verdicts.filter(({ verdict }) => verdict.completed).length
    const counts = { completed, notCompleted: verdicts.length - completed }
    await audit(tx, { action: 'course.complete', entity: 'course', id: course.id, detail: counts })
    return ok(counts)
  })
}

async function settle(
  tx: Tx,
  ctx: Ctx,
  course: CourseFacts,
  person: Accepted,
  completed: boolean,
): Promise<boolean> {
  const today = ctx.clock.today()
  const to = completed ? 'completed' : 'notCompleted'
  if (!(await moveApplication(tx, { ...person, state: 'accepted' }, to, { closedOn: today }))) return false
  if (completed) {
    await tx.completion.createMany({
      data: [{
        id: ctx.ids.next(), bodyId: course.bodyId, applicationId: person.id, personId: person.personId,
        completedOn: toDateColumn(today),
      }],
    })
  }
  await audit(tx, {
    action: completed ? 'application.complete' : 'application.notComplete', entity: 'application', id: person.id,
    detail: { course: course.id },
  })
  return true
}
