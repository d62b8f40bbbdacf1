import type { HelpDesk } from '#app/shared/frame.ts'

export interface DueLine {
  text: string
  note: string | null
  href: string
  /** 「きょう」, 「11月20日（金）」 or 「—」. */
  due: string
}

export interface TodayView {
  heading: string
  lines: DueLine[]
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
  /** One sentence on whether the chain holds. */
  chain: string
  holds: boolean
}

export interface MyHomeView {
  title: string
  next: { when: string; href: string; facts: { name: string; value: string }[]; keepInMind: string[] } | null
  waiting: { title: string; note: string; href: string; act: string }[]
  places: { label: string; note: string; href: string }[]
  help: HelpDesk | null
}
