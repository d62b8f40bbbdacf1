import type { HelpDesk } from '#app/shared/frame.ts'

/** One piece of work of the day. */
export interface DueLine {
  text: string
  /** Whom it is about, or how many there are. */
  note: string | null
  href: string
  act: string
  /** 「きょう」, 「11月20日（金）」 or 「—」. */
  due: string
}

/** The first page of the desk. */
export interface TodayView {
  heading: string
  lines: DueLine[]
  awaited: { key: string; who: string; about: string; what: string; sent: string; until: string; href: string }[]
  visits: { key: string; time: string; who: string; note: string; href: string }[]
  reports: { key: string; label: string; note: string; href: string }[]
  sessions: { key: string; label: string; note: string; href: string }[]
  done: { key: string; text: string; note: string }[]
  /** Which of the columns beside the work this hat has. */
  beside: 'activity' | 'training' | null
}

export interface TrailLine {
  key: string
  at: string
  who: string
  role: string
  action: string
  entity: string
  hash: string
  href: string | null
}

export interface TrailView {
  title: string
  lines: TrailLine[]
  /** On whether the chain holds, and how far that was reckoned. */
  chain: string
  holds: boolean
  /** 「全1,234件」. */
  total: string
  olderHref: string | null
  newestHref: string | null
}

export interface MyHomeView {
  title: string
  next: { when: string[]; href: string; facts: { name: string; value: string }[]; keepInMind: string[] } | null
  waiting: { title: string; note: string; href: string; act: string }[]
  places: { label: string; note: string; href: string }[]
  help: HelpDesk | null
}
