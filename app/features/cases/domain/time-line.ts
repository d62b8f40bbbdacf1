/** Kinds of entries of a case's one time line; each has its own filter. */
export const entryKinds = ['contact', 'hearing', 'consent', 'dispatch', 'visit', 'report'] as const
export type EntryKind = (typeof entryKinds)[number]

/** One thing that happened, from whichever feature it comes. */
export interface CaseEntry {
  kind: EntryKind
  at: Date
  /** True where only the day counts, not the hour. */
  wholeDay?: boolean
  /** What it is called in the middle column: 「電話」「シート」. */
  label: string
  text: string
  note?: string
  href?: string
}

/** Newest first; entries of the same instant keep the order they came in. */
export function newestFirst<E extends Pick<CaseEntry, 'at'>>(entries: E[]): E[] {
  return [...entries].sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** How many entries of each kind there are. */
export function countByKind(entries: CaseEntry[]): Record<EntryKind, number> {
  const counts = Object.fromEntries(entryKinds.map((kind) => [kind, 0])) as Record<EntryKind, number>
  for (const entry of entries) counts[entry.kind] += 1
  return counts
}
