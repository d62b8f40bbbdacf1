import { fiscalNumber } from '#app/shared/fiscal-year.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { CourseFacts } from './facts.ts'

/** 「第R8-0012号」. */
export function certificateNo(fiscalYear: number, no: number): string {
  return fiscalNumber(fiscalYear, no)
}

/** What a certificate is made from. */
export interface CertificateFacts {
  course: CourseFacts
  issuer: { headPost: string; headName: string; seal: 'place' | 'omitted' }
  completer: { name: string; kana: string; birth: TokyoDay | null; completedOn: TokyoDay }
  no: number
  issuedOn: TokyoDay
}

function short(text: string, max: number): string {
  const letters = [...text]
  return letters.length <= max ? text : `${letters.slice(0, max - 1).join('')}…`
}

/** What one certificate says. Hours are those of the ordinary sessions; make-up sessions are not added. */
export function certificateData({ course, issuer, completer, no, issuedOn }: CertificateFacts) {
  const sessions = course.sessions.filter((session) => session.makesUpFor === null)
  const minutes = sessions.reduce(
    (sum, session) => sum + Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000),
    0,
  )
  return {
    certificateNo: certificateNo(course.fiscalYear, no),
    holder: { name: completer.name, kana: completer.kana, birthDay: completer.birth },
    course: {
      title: short(course.title, 80),
      from: sessions[0]!.day,
      to: sessions.at(-1)!.day,
      sessionCount: sessions.length,
      minutes,
      subjects: sessions.map((session) => short(session.title, 40)).filter((title) => title !== '').slice(0, 8),
    },
    completedOn: completer.completedOn,
    issuedOn,
    reissued: false,
    issuer: { body: course.bodyName, headPost: issuer.headPost, headName: issuer.headName, seal: issuer.seal },
  }
}
