/** The public check page: a match, a voided document, no match of a code or of a file, or nothing asked yet. */
export interface CheckView {
  result: 'match' | 'voided' | 'none' | 'otherFile' | null
  /** The code that found nothing, to be looked over once more. */
  typed: string
  facts: { name: string; value: string }[]
}

/** What did not leave the house. */
export interface UndeliveredView {
  canRetry: boolean
  mails: { id: string; about: string; at: string; tries: string; why: string; dead: boolean }[]
  undrawn: { id: string; name: string; no: string; at: string }[]
}
