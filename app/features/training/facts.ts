import type { HelpDesk } from '#app/shared/frame.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { ApplicantAnswers } from './answers.ts'
import type { ApplicationState, AttendanceStatus, CourseState, SessionKind } from './domain/types.ts'

/** A session as read. */
export interface SessionRow {
  id: string
  title: string
  kind: SessionKind
  startsAt: Date
  endsAt: Date
  day: TokyoDay
  place: string
  required: boolean
  makesUpFor: string | null
  version: number
}

/** A course as read, with its sessions in the order of time. */
export interface CourseFacts {
  id: string
  bodyId: string
  bodyName: string
  fiscalYear: number
  title: string
  summary: string
  place: string
  capacity: number | null
  minSessions: number | null
  state: CourseState
  applyUntil: TokyoDay | null
  decisionOn: TokyoDay | null
  version: number
  sessions: SessionRow[]
}

/** What a training page says besides the course itself. */
export interface TrainingGuide {
  cost: string
  whoCanApply: string[]
  afterwards: string[]
  questions: { question: string; answer: string }[]
  declineReasons: string[]
}

/** A course for everybody. */
export interface PublicCourseFacts {
  course: CourseFacts
  guide: TrainingGuide | null
  desk: HelpDesk | null
}

/** An application as the desk's lists show it. */
export interface ApplicationRow {
  id: string
  receiptFy: number
  receiptNo: number
  name: string
  kana: string
  preferredName: string | null
  state: ApplicationState
  confirmedAt: Date | null
  createdAt: Date
  version: number
  /** Session → status. */
  attendance: Map<string, AttendanceStatus>
  registerWish: ApplicantAnswers['registerWish']
  certificateNo: { fiscalYear: number; no: number } | null
}

/** A course at the desk. */
export interface DeskCourseFacts {
  course: CourseFacts
  applications: ApplicationRow[]
}

/** A course in the desk's list. */
export interface CourseListRow {
  id: string
  title: string
  state: CourseState
  applyUntil: TokyoDay | null
  capacity: number | null
  firstDay: TokyoDay | null
  lastDay: TokyoDay | null
  counts: Partial<Record<ApplicationState, number>>
  /** Instants at which the applications came in that wait for an answer. */
  waitingSince: Date[]
}

/** One application at the desk, everything told in confidence included. */
export interface DeskApplicationFacts {
  application: {
    id: string
    bodyId: string
    courseId: string
    courseTitle: string
    receiptFy: number
    receiptNo: number
    name: string
    kana: string
    preferredName: string | null
    state: ApplicationState
    confirmedAt: Date | null
    decidedAt: Date | null
    decidedByName: string | null
    declineReason: string | null
    createdAt: Date
    version: number
  }
  given: {
    email: string
    phone: string | null
    address: string | null
    birth: TokyoDay | null
    care: string | null
    answers: ApplicantAnswers
  }
  seats: { capacity: number | null; taken: number }
  decisionOn: TokyoDay | null
  declineReasons: string[]
}

/** One session's sheet. */
export interface AttendanceSheetFacts {
  course: CourseFacts
  session: SessionRow
  rows: { applicationId: string; name: string; kana: string; note: string | null; status: AttendanceStatus | null }[]
}

/** A person's own training. */
export interface MyTrainingFacts {
  applications: {
    id: string
    receiptFy: number
    receiptNo: number
    state: ApplicationState
    version: number
    createdAt: Date
    declineReason: string | null
    course: CourseFacts
    attendance: Map<string, AttendanceStatus>
    certificate: {
      fiscalYear: number
      no: number
      issuedOn: TokyoDay
      checkCode: string
      documentId: string | null
    } | null
  }[]
  desk: HelpDesk | null
}
