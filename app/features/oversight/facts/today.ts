import type { DueFacts } from './due.ts'

/** A visit of today as the desk sees it. */
export interface TodayVisit {
  id: string
  dispatchId: string
  startsAt: Date
  endsAt: Date
  place: string
  callNames: string[]
  arrivedAt: Date | null
  leftAt: Date | null
}

/** A report that waits for an answer. */
export interface WaitingReport {
  id: string
  submittedAt: Date
  callNames: string[]
}

/** Somebody whose answer we wait for. */
export interface AwaitedAnswer {
  kind: 'proposal' | 'planByClient' | 'planBySupporter'
  callNames: string[]
  href: string
  sentAt: Date
  /** Until when it may be thought over; a Tokyo day as the database gives it. */
  dueOn: Date | null
}

/** A course meeting of the coming two weeks. */
export interface ComingSession {
  id: string
  title: string
  startsAt: Date
}

/** What stands beside the day's work. */
export interface TodayBeside {
  visits: TodayVisit[]
  reports: WaitingReport[]
  awaited: AwaitedAnswer[]
  sessions: ComingSession[]
  /** Follow-ups and tasks that were finished in the last week, newest first. */
  done: { kind: string; doneAt: Date }[]
}

/** The day's work of one hat: what is due, those with a date first, and what stands beside it. */
export interface TodayFacts extends TodayBeside {
  due: DueFacts[]
}
