/** What opening a document leads to. */
export type OpenedDocument =
  | { state: 'ready'; kind: string; fiscalYear: number; no: number; bytes: Uint8Array<ArrayBuffer> }
  /** Its file is being drawn. */
  | { state: 'coming'; kind: string }
  /** It could not be drawn; the desk sees it too. */
  | { state: 'failed'; kind: string }
  /** The kept bytes are no longer those that were kept: they are not given to anybody. */
  | { state: 'altered'; kind: string }

/** What anybody who holds a paper or a file may know of it. */
export interface CheckedDocument {
  kind: string
  bodyName: string
  fiscalYear: number
  no: number
  issuedAt: Date
  fingerprint: Uint8Array
  voided: boolean
}

/** A file that is, byte for byte, a kept one. */
export interface CheckedFile extends CheckedDocument {
  checkCode: string
}

/** A mail that did not arrive, or whose arrival is not known. */
export interface UndeliveredMail {
  id: string
  kind: string
  state: 'dead' | 'sending'
  attempts: number
  lastError: string | null
  at: Date
  dispatchId: string | null
  requestId: string | null
}

/** An issued document that could not be drawn. */
export interface UndrawnDocument {
  id: string
  kind: string
  fiscalYear: number
  no: number
  issuedAt: Date
}
