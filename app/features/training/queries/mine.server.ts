import { personOf } from '#app/access/actor.ts'
import { deskOf } from '#app/features/directory/queries.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { ApplicationState } from '../domain/types.ts'
import type { MyTrainingFacts } from '../facts.ts'
import { attendanceOf, findCourse } from '../store.server.ts'

/** A person's own applications, sessions and certificates, newest first. Nobody else's are shown, so no trace is left (N13). */
export async function getMyTraining(ctx: Ctx): Promise<MyTrainingFacts> {
  return withActor(ctx, async (tx) => {
    const rows = await tx.application.findMany({
      where: { personId: personOf(ctx.actor) ?? '' },
      include: {
        completions: {
          where: { voidedAt: null },
          include: { certificates: { where: { state: 'issued' } } },
        },
      },
      orderBy: { createdAt: 'desc' },
    })
    const applications: MyTrainingFacts['applications'] = []
    for (const row of rows) {
      const course = await findCourse(tx, row.courseId)
      if (!course) continue
      const attendance = await attendanceOf(tx, course.sessions.map((session) => session.id))
      const certificate = row.completions[0]?.certificates[0]
      applications.push({
        ...row,
        state: row.state as ApplicationState,
        course,
        attendance: attendance.get(row.id) ?? new Map(),
        certificate: certificate ? { ...certificate, issuedOn: fromDateColumn(certificate.issuedOn) } : null,
      })
    }
    const bodyId = applications[0]?.course.bodyId
    return { applications, desk: bodyId ? await deskOf(tx, bodyId, ctx.clock.today()) : null }
  })
}
