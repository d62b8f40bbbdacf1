/** What a client can ask the desk for by one button, besides stopping. */
export const clientNotes = ['otherDay', 'otherSupporter', 'rest', 'resume', 'notYet', 'consented', 'withdrawn'] as const
export type ClientNote = (typeof clientNotes)[number]

/** The kind of the desk's task for a note. */
export function noteKind(note: ClientNote): string {
  return `client.${note}`
}

/** The note of a task's kind, or null for another task. */
export function noteOf(kind: string): ClientNote | null {
  return clientNotes.find((note) => noteKind(note) === kind) ?? null
}
