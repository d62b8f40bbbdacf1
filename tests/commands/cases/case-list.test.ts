import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseListHref, parseCaseFilter, typedCaseNumber } from '#app/features/cases/forms/case-list.ts'
import { listCases, pageSize } from '#app/features/cases/queries/case-list.server.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { runtime, setRuntime } from '#app/platform/runtime.server.ts'
import { openedCase, recordedContact } from '#tests/factories/cases.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'

const count = pageSize + 2
let stage: Stage
let oldest: string

beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  oldest = (await openedCase(world, { alias: 'ミナトさん' })).caseId
  for (let made = 1; made < count; made += 1) await openedCase(world)
})
afterAll(() => stage.close())

const filter = (query = '') => parseCaseFilter(new URLSearchParams(query))
const list = (query = '', name: string | null = null) => listCases(stage.world.coordinator.ctx, { ...filter(query), name })

describe('the list of cases', () => {
  it('comes in pages, the newest first, with the number of all', async () => {
    const [first, second] = [await list(), await list('page=2')]
    expect([first.total, first.lines.length, second.lines.length]).toEqual([count, pageSize, count - pageSize])
    expect(second.lines.at(-1)!.head.id).toBe(oldest)
    const numbers = [...first.lines, ...second.lines].map(({ head }) => head.no)
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
    expect((await list('page=4000')).lines).toEqual([])
    expect((await list('state=closed')).total).toBe(0)
  })

  it.each(['みなと', 'ﾐﾅﾄ', 'ナト'])('finds 「%s」 by the name the house uses', async (name) => {
    const { lines, total } = await list('', name)
    expect([total, lines.map(({ head }) => head.id)]).toEqual([1, [oldest]])
  })

  it('finds a number, with and without its year, and nothing by a name in the address', async () => {
    const { fiscalYear, no } = (await list('', 'みなと')).lines[0]!.head
    for (const q of [`${fiscalYear % 100}-${String(no).padStart(4, '0')}`, String(no)]) {
      expect((await list(`q=${q}`)).lines.map(({ head }) => head.id)).toEqual([oldest])
    }
    const named = `q=${encodeURIComponent('ミナト')}`
    expect((await list(named)).total).toBe(0)
    expect(typedCaseNumber(new URLSearchParams(named))).toBe('')
    expect(caseListHref({ ...filter('state=closed&q=4'), name: 'ミナト' }, '4')).toBe('/desk/cases?state=closed&q=4')
  })

  it('says when the newest contact was', async () => {
    await recordedContact(stage.world, oldest)
    const [line] = (await list('', 'ミナト')).lines
    const [row] = await stage.database.owner.query('select held_at from contact_version')
    expect(line!.lastContactAt).toEqual(row!.held_at)
  })

  it('asks the database as often for one row as for a page', async () => {
    const [page, one, named] = [await asked(() => list()), await asked(() => list('q=1')), await asked(() => list('', 'ミナト'))]
    expect([one, named]).toEqual([page, page])
  })
})

/** How many questions the door of the database lets through while something is read. */
async function asked(work: () => Promise<unknown>): Promise<number> {
  const before = runtime()
  let calls = 0
  const counted = <T extends object>(target: T, depth = 0): T =>
    new Proxy(target, {
      get(inner, name) {
        const found: unknown = Reflect.get(inner, name)
        if (typeof found === 'object' && found !== null && depth === 0) return counted(found, 1)
        if (typeof found !== 'function') return found
        calls += 1
        return found.bind(inner) as unknown
      },
    })
  const transaction = (fn: (tx: Tx) => Promise<unknown>) => before.database.prisma.$transaction((tx) => fn(counted(tx)))
  setRuntime({ ...before, database: { ...before.database, prisma: { $transaction: transaction } as unknown as typeof before.database.prisma } })
  try {
    await work()
  } finally {
    setRuntime(before)
  }
  return calls
}
