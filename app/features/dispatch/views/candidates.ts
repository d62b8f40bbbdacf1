import type { TextNote } from './parts.ts'

export interface CandidateColumn {
  id: string
  name: string
  reasons: string[]
  cautions: { text: string; near: boolean; note?: string }[]
  days: string
  areas: string
  kinds: string
  peer: string
  load: string
  cover: string
  mayAsk: boolean
  chosen: boolean
}

/** From the roster to the candidates, as steps of a picture and as lines. */
export interface Narrowing {
  label: string
  count: number
  kept: boolean
}

/** What would be sent, before it is sent. */
export interface ProposalPreview {
  names: string[]
  ids: string[]
  title: string
  facts: { name: string; value: string }[]
  dueOn: string
}

export interface CandidatesView {
  requestHref: string
  requestsHref: string
  name: string
  no: string
  version: number
  due: TextNote | null
  promised: TextNote | null
  next: TextNote | null
  /** Before the consent: why, and nothing else on the page. */
  refusal: { why: string; missing: string; can: TextNote[] } | null
  closed: boolean
  /** The search must be recorded (again) before anybody is shown. */
  mustSearch: boolean
  wish: { area: string; slots: string; step: string; peer: string }
  candidates: CandidateColumn[]
  wide: boolean
  wideHref: string | null
  narrowing: Narrowing[]
  narrowingSentence: string
  preview: ProposalPreview | null
}
