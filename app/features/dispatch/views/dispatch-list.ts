import type { PageOfList } from '#app/shared/page-of-list.ts'

/** One line of the list of dispatches. */
export interface DispatchLine {
  id: string
  href: string
  no: string
  name: string
  /** Filled dots of five; null where only the word stands. */
  dots: number | null
  stage: string
  wish: string
  ladder: string
  next: string
  due: string
  dueToday: boolean
}

export interface DispatchListView extends PageOfList {
  lines: DispatchLine[]
  stages: { label: string; href: string; count: number; current: boolean }[]
  /** Values of the filters as they were chosen. */
  chosen: { state: string; wish: string; ladder: string; q: string; order: string }
  /** The name that was searched for; it stands in no address. */
  name: string
  wishOptions: { value: string; label: string }[]
  ladderOptions: { value: string; label: string }[]
  orders: { label: string; href: string; current: boolean }[]
}
