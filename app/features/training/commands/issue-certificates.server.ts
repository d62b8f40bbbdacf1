import { may } from '#app/access/policy.ts'
import { issueDocument } from '#app/features/correspondence/store.server.ts'
import { settingOf } from '#app/features/directory/queries.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { certificateData, type CertificateFacts, certificateNo } from '../certificate.ts'
import { type Completer, completersOf } from '../queries/records.server.ts'
import { findCourse, holdCourse, insertCertificate } from '../store.server.ts'

/**
 * Issues the certificates of everybody who completed the course and has none yet, in one go: numbers
 * without gaps by body and fiscal year, a document with a check code each, a mail to each.
 */
export async function issueCertificates(
  ctx: Ctx,
  input: { courseId: string; version: number },
): Promise<Result<{ issued: number }>> {
  return act(ctx, async (tx) => {
    const course = await findCourse(tx, input.courseId)
    if (!course || !may(ctx.actor, 'certificate.issue', { bodyId: course.bodyId })) return refuse('notFound')
    await holdCourse(tx, course.id)
    if (course.version !== input.version) return refuse('stale')
    if (course.state !== 'finished') return refuse('certificate.tooEarly')
    const issuer = await settingOf(tx, course.bodyId, 'training.certificateIssuer', ctx.clock.today())
    if (!issuer) return refuse('certificate.noIssuer')
    const completers = await completersOf(tx, course.id)
    if (completers.length === 0) return refuse('certificate.nobody')

    for (const completer of completers) await issue(tx, ctx, { course, issuer, completer })
    await audit(tx, {
      action: 'certificate.issueAll', entity: 'course', id: course.id, detail: { issued: completers.length },
    })
    return ok({ issued: completers.length })
  })
}

interface Issue extends Pick<CertificateFacts, 'course' | 'issuer'> {
  completer: Completer
}

async function issue(tx: Tx, ctx: Ctx, { course, issuer, completer }: Issue): Promise<void> {
  const { bodyId, fiscalYear } = course
  const { personId, completionId } = completer
  const { id, no } = await insertCertificate(tx, ctx, { bodyId, completionId, personId, fiscalYear })
  const document = await issueDocument(tx, ctx, {
    kind: 'completionCertificate', bodyId, subject: { personId, certificateId: id }, number: { fiscalYear, no },
    data: certificateData({ course, issuer, completer, no, issuedOn: ctx.clock.today() }),
  })
  await tx.certificate.updateMany({
    where: { id },
    data: { documentId: document.id, checkCode: document.checkCode },
  })
  await enqueueMail(tx, ctx, {
    bodyId, kind: 'training.certificateIssued', personId, to: completer.email, dedupeKey: `training.certificateIssued:${id}`,
    props: { courseTitle: course.title, certificateNo: certificateNo(fiscalYear, no) },
  })
  await audit(tx, { action: 'certificate.issue', entity: 'certificate', id, detail: { no, fiscalYear } })
}
