/** The greatest size of a scan, in bytes. */
export const maxPaperBytes = 10 * 1024 * 1024

export type PaperKind = 'application/pdf' | 'image/jpeg' | 'image/png'

/** The first bytes that each accepted kind begins with. */
const beginnings: [kind: PaperKind, bytes: readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/**
 * What a file is by its first bytes; name and declared type are not asked. The file is never opened
 * further than this: a hostile PDF costs memory only where it is parsed.
 */
export function paperKind(bytes: Uint8Array): PaperKind | null {
  const found = beginnings.find(([, start]) => start.every((byte, i) => bytes[i] === byte))
  return found ? found[0] : null
}

export type PaperVerdict = { accept: PaperKind } | { refuse: 'paperMissing' | 'paperTooLarge' | 'paperKind' }

/** Whether a file is taken as a scan of the signed paper. */
export function checkPaper(bytes: Uint8Array): PaperVerdict {
  if (bytes.length === 0) return { refuse: 'paperMissing' }
  if (bytes.length > maxPaperBytes) return { refuse: 'paperTooLarge' }
  const kind = paperKind(bytes)
  return kind ? { accept: kind } : { refuse: 'paperKind' }
}

/** What became of a paper that was sent in. */
interface Judged {
  confirmedAt: Date | null
  rejectedAt: Date | null
}

/** The paper that waits for the office, if any; while one waits no other is taken. */
export function waitingPaper<Paper extends Judged>(papers: readonly Paper[]): Paper | null {
  return papers.find((paper) => !paper.confirmedAt && !paper.rejectedAt) ?? null
}

/** The paper that went back, while no other has come since. @param papers the newest first */
export function returnedPaper<Paper extends Judged>(papers: readonly Paper[]): Paper | null {
  const [newest] = papers
  return newest?.rejectedAt ? newest : null
}
