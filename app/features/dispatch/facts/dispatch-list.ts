import type { DispatchState } from '../domain/dispatch-lifecycle.ts'
import type { StepFacts } from '../domain/next-step.ts'

/** What a list is narrowed to. All but the name stands in the address. */
export interface ListFilter {
  state: DispatchState | 'closed' | null
  wish: 'person' | 'family' | 'unknown' | null
  ladder: number | null
  /** `unknown`: something was typed that is no number. */
  number: { fiscalYear: number; no: number } | 'unknown' | null
  /** Beginning of a name to use. */
  name: string | null
  order: 'moved' | 'number'
  /** From 1. */
  page: number
}

/** One dispatch of the list. */
export interface ListRow {
  id: string
  fiscalYear: number
  no: number
  wish: string | null
  callName: string | null
  ladder: number | null
  updatedAt: Date
  step: StepFacts
}

export interface ListFacts {
  rows: ListRow[]
  counts: ReadonlyMap<DispatchState, number>
  /** Rows of all pages in the chosen state. */
  total: number
}
