import { canonicalJson } from '#app/shared/canonical.ts'

/** One thing that is explained before anybody signs. */
export interface ExplanationItem {
  no: number
  title: string
  text: string
}

/** What a body's consent text says besides its explanation items. All of it is data of the body. */
export interface ConsentWording {
  /** What the registration is for. */
  purpose: string
  /** The promise of secrecy, one sentence each. */
  promises: string[]
  /** What always stands on the roster. */
  registered: string[]
  /** To whom the paper is addressed: 「みどり県知事」. */
  addressee: string
  contact: { office: string; phone: string | null; email: string | null }
  /** Years the record is kept after the fiscal year in which the registration ends. */
  retentionYears: number
  /** True when municipalities that are about to begin are covered by the words of the text. */
  coversPlanned: boolean
  /** Numbers of the items beside which the live list of recipients and the listed items are shown. */
  recipientsAtItem: number
  registeredAtItem: number
}

/** One version of a body's consent text. A version is never changed. */
export interface ConsentText {
  no: number
  title: string
  wording: ConsentWording
  items: ExplanationItem[]
}

/** The exact text that is hashed, so that a signature says which words it was given to. */
export function canonicalText({ no, title, wording, items }: ConsentText): string {
  return canonicalJson({
    no,
    title,
    wording,
    items: items.map((item) => ({ no: item.no, title: item.title, text: item.text })),
  })
}
