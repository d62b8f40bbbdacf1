/** A cluster of one's own: its address (database `postgres`, superuser) and how to end it. */
export interface OwnPostgres {
  url: string
  stop(): Promise<void>
}

export function startPostgres(options?: { settings?: string[]; onLog?: (text: string) => void }): Promise<OwnPostgres>
