import type { AgreementTable } from './plan.ts'

/** One dispatch at the desk. */
export interface DispatchPageView {
  list: { label: string; href: string }
  title: string
  no: string
  chip: { kind: 'now' | 'done' | 'stop' | 'plain'; text: string }
  steps: { name: string; note: string; state: 'done' | 'now' | 'wait'; waiting?: boolean }[] | null
  next: { text: string; note?: string } | null
  due: { text: string; note?: string } | null
  promised: { text: string; note?: string } | null
  facts: { name: string; value: string; note?: string }[]
  supporters: { text: string; note: string }[]
  agreements: AgreementTable
  planHref: string
  planLabel: string
  requestHref: string | null
  bookHref: string | null
  /** The button that begins the visits. */
  begin: { version: number } | null
  documents: { href: string; label: string }[]
  stopped: string | null
  /** Where a stop that was told to somebody is written down. */
  stopHref: string | null
}
