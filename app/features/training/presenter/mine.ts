import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/shared/actor.ts'
import { receiptNo } from '#app/shared/receipt-no.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { nextState } from '../domain/application-lifecycle.ts'
import type { ApplicationState } from '../domain/types.ts'
import { certificateNo } from '../certificate.ts'
import type { MyTrainingFacts } from '../facts.ts'
import { attendanceWords, near, sessionKindWords, sessionTime } from './words.ts'

const stateSentences: Record<ApplicationState, string> = {
  submitted: 'ご連絡待ちです。参加できるかどうかを、メールでお知らせします。',
  waitlisted: '順番待ちです。席があいたら、メールでお知らせします。',
  accepted: '参加できます。日程は、下のとおりです。',
  declined: '今回は、見送りになりました。次の研修に申し込むことは、いつでもできます。',
  completed: '修了しました。',
  notCompleted: '今回は、修了になりませんでした。次の研修に申し込むことは、いつでもできます。',
  withdrawn: '申込みを取りやめました。',
}

/** A person's own training page. */
export function presentMyTraining({ applications, desk }: MyTrainingFacts, actor: Actor, today: TokyoDay) {
  const personId = actor.kind === 'supporter' ? actor.personId : undefined
  return {
    desk,
    applications: applications.map((application) => ({
      id: application.id,
      version: application.version,
      title: application.course.title,
      receipt: receiptNo(application.receiptFy, 'KJ', application.receiptNo),
      sentence: stateSentences[application.state],
      reason: application.declineReason,
      place: application.course.place,
      sessions: application.course.sessions.map((session) => {
        const status = application.attendance.get(session.id)
        return {
          when: sessionTime(session, today),
          what: session.title || sessionKindWords[session.kind],
          note: [session.makesUpFor ? '補講' : null, session.place, status && attendanceWords[status]]
            .filter(Boolean).join('　'),
          done: status !== undefined && status !== 'absent',
        }
      }),
      certificate: application.certificate && {
        no: certificateNo(application.certificate.fiscalYear, application.certificate.no),
        issuedOn: near(application.certificate.issuedOn, today),
        checkCode: application.certificate.checkCode,
        href: application.certificate.documentId ? `/documents/${application.certificate.documentId}?as=my` : null,
        checkHref: `/check/${application.certificate.checkCode}`,
      },
      canWithdraw:
        nextState(application.state, 'withdraw') !== null && may(actor, 'application.withdraw', { personId }),
    })),
  }
}
export type MyTrainingView = ReturnType<typeof presentMyTraining>
