/** What one act of signing was: enough to show later who was shown which words and did what, when. */
export interface SigningFacts {
  consentId: string
  personId: string
  text: { no: number; sha256: string }
  /** Instants as ISO 8601 with Z. */
  explained: { items: { no: number; at: string }[]; at: string }
  choices: { phone: boolean; address: boolean; peer: boolean; photo: boolean }
  recipients: { id: string; name: string; status: 'operating' | 'planned' }[]
  coversPlanned: boolean
  method: 'drawn' | 'paperScan'
  /** SHA-256 of the strokes (drawn) or of the scan (paper), 64 hexadecimal digits. */
  inkSha256: string
  signedAt: string
  proxy: { name: string; relation: string; reason: string } | null
  /** The account it was done from, or the member of staff who took the paper. */
  identity: { kind: 'account' } | { kind: 'staff'; personId: string }
  /** Hash of the record before this one of the same person and body, or null. */
  previous: string | null
}

/** The record that is stored and hashed. Claims no more than what was recorded (電子署名法 3条 is not claimed). */
export function signatureRecord(facts: SigningFacts): Record<string, unknown> {
  return { record: 'rosterConsent', version: 1, ...facts }
}
