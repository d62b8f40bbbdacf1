import type { Database } from './open.server.ts'

/** Settings that only a demonstration has: `begun` stands there before its first body, `seeded` when it is whole. */
export const demoMarks = { begun: 'demo.begun', seeded: 'demo.seeded' } as const

/** A demonstration shows its mails to everybody: it is served from its own database and from nothing else. */
export class DemoOnlyError extends Error {
  override name = 'DemoOnlyError'
  constructor() {
    super(
      'このデータベースはデモがつくったものではないため、YORISOI_DEMO=1 では始めません（デモでは、メールがだれにでも見えます）。デモは npm run demo で始めてください。',
    )
  }
}

/**
 * Asks a database, before it is served in demo mode, whether a demonstration began it.
 * @throws DemoOnlyError when it bears no mark of one, empty or not, or has no tables yet
 */
export async function requireDemo(database: Database): Promise<void> {
  const marked = await database.asOwner(async (tx) => {
    const [table] = await tx.$queryRaw<{ found: boolean }[]>`select to_regclass('public.setting_version') is not null as found`
    return table?.found && tx.settingVersion.findFirst({ where: { key: demoMarks.begun }, select: { id: true } })
  })
  if (!marked) throw new DemoOnlyError()
}
