import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginDispatch } from '#app/features/dispatch/commands/begin-dispatch.server.ts'
import { dispatchStates } from '#app/features/dispatch/domain/dispatch-lifecycle.ts'
import { DispatchNameForm, parseListFilter, typedNumber } from '#app/features/dispatch/forms/dispatch-list.ts'
import { presentDispatch } from '#app/features/dispatch/presenter/dispatch-page.ts'
import { presentList } from '#app/features/dispatch/presenter/dispatch-list.ts'
import { presentPlanDesk } from '#app/features/dispatch/presenter/plan-desk.ts'
import { getDispatch } from '#app/features/dispatch/queries/dispatch-page.server.ts'
import { listDispatches, pageSize } from '#app/features/dispatch/queries/dispatch-list.server.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { runtime, setRuntime } from '#app/platform/runtime.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { agreed, begun, dispatchNow, offered, preparing } from '#tests/factories/dispatch.ts'
import { must } from '#tests/factories/must.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'
import { type MadeSupporter, rosterRow } from './roster-rows.ts'

let stage: Stage
let world: World
let hana: MadeSupporter

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
  hana = await rosterRow(stage, { workingName: '花' })
})
afterAll(() => stage.close())

const refused = (code: string) => ({ ok: false, refusal: { code } })
const rows = (text: string, values: unknown[] = []) => stage.database.owner.query(text, values)
const filter = (query = '') => parseListFilter(new URLSearchParams(query))

describe('the life of a dispatch', () => {
  it('has the same states in the database and in the rules', async () => {
    const [row] = await rows(`select pg_get_constraintdef(oid) as def from pg_constraint
      where conrelid = 'dispatch'::regclass and conname = 'dispatch_state_check'`)
    const inDatabase = [...String(row!.def).matchAll(/'(\w+)'::text/g)].map((match) => match[1]).sort()
    expect(inDatabase).toEqual([...dispatchStates].sort())
  })

  it('begins once everybody has agreed; the request has found its supporters', async () => {
    const made = await begun(world, [hana])
    const facts = await dispatchNow(world.aobaDispatch, made.dispatchId)
    expect(facts.head.state).toBe('active')
    expect(facts.startedOn).not.toBeNull()
    expect(await rows('select state from dispatch_request where id = $1', [made.requestId])).toEqual([{ state: 'placed' }])
    const audits = await rows('select action from audit_log where entity_id = $1', [made.dispatchId])
    expect(audits.map((row) => row.action)).toContain('dispatch.begin')
  })

  it('does not begin while an answer is missing, twice, with an old page, for another desk, or after a stop', async () => {
    const open = await preparing(world, [hana])
    await offered(world, open.dispatchId)
    const early = (await dispatchNow(world.aobaDispatch, open.dispatchId)).head.version
    expect(await beginDispatch(world.aobaDispatch.ctx, { dispatchId: open.dispatchId, version: early })).toMatchObject(refused('dispatch.notAgreed'))
    const made = await agreed(world, [hana])
    const { version } = (await dispatchNow(world.aobaDispatch, made.dispatchId)).head
    const { dispatchId } = made
    expect(await beginDispatch(world.aobaDispatch.ctx, { dispatchId, version: version - 1 })).toMatchObject(refused('stale'))
    for (const ctx of [world.kuromatsuDispatch.ctx, world.coordinator.ctx, world.supporter(hana.personId)]) {
      expect(await beginDispatch(ctx, { dispatchId, version })).toMatchObject(refused('notFound'))
    }
    must(await sayStop(made.card))
    expect(await beginDispatch(world.aobaDispatch.ctx, { dispatchId, version })).toMatchObject(refused('dispatch.stopped'))
  })
})

describe('the pages of the desk', () => {
  it('show one dispatch in words, the coordinator of the case included, nobody else', async () => {
    const made = await begun(world, [hana])
    for (const hat of [world.aobaDispatch, world.coordinator]) {
      const facts = await dispatchNow(hat, made.dispatchId)
      const view = presentDispatch(facts, hat.actor, world.clock.now())
      expect(view).toMatchObject({ title: 'あおぞらさんの派遣', chip: { text: '活動中' } })
      expect(view.bookHref === null).toBe(hat === world.coordinator)
      const plan = presentPlanDesk(facts, hat.actor, world.clock.now())
      expect(plan?.agreements.verdicts).toEqual([{ word: 'できる', note: '2人とも同意' }])
      expect(plan?.canWrite).toBe(hat === world.aobaDispatch)
    }
    expect(await getDispatch(world.kuromatsuDispatch.ctx, made.dispatchId)).toBeNull()
    expect(await getDispatch(world.aobaDispatch.ctx, 'x')).toBeNull()
  })

  it('say of a newer version that nobody has agreed to it yet', async () => {
    const made = await begun(world, [hana])
    await offered(world, made.dispatchId, { place: '図書館' })
    const view = presentPlanDesk(await dispatchNow(world.aobaDispatch, made.dispatchId), world.aobaDispatch.actor, world.clock.now())
    expect(view?.agreements.verdicts).toEqual([
      { word: 'できる', note: '2人とも同意' }, { word: 'まだ', note: 'まだだれも同意していません' },
    ])
    expect(view?.changes).toEqual({ since: '第1版', items: [{ name: '場所', before: '玄関の外', after: '図書館' }] })
    expect(view?.consequence).toContain('それまでの訪問は、第1版のまま続けられます')
  })

  it('list the dispatches of the body, with counts that add up, and leave a trace', async () => {
    const facts = (await listDispatches(world.aobaDispatch.ctx, filter()))!
    const [all] = await rows('select count(*)::int as n from dispatch')
    expect(facts.total).toBe(all!.n)
    const view = presentList(facts, { filter: filter(), typed: '', size: pageSize, today: world.clock.today() })
    const [total, ...parts] = view.stages.map((tab) => tab.count)
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(total)
    expect(view.lines[0]).toMatchObject({ name: 'あおぞらさん', wish: '本人' })
    expect(await listDispatches(world.coordinator.ctx, filter())).toBeNull()
    expect((await listDispatches(world.kuromatsuDispatch.ctx, filter()))!.rows).toEqual([])
    const audits = await rows("select count(*)::int as n from audit_log where action = 'dispatch.list'")
    expect(audits).toEqual([{ n: 2 }])
  })

  it('narrow the list by what stands in the address', async () => {
    const list = async (query: string) => (await listDispatches(world.aobaDispatch.ctx, filter(query)))!
    const first = (await list('order=number&page=1')).rows.at(-1)!
    const view = presentList(await list(''), { filter: filter(), typed: '', size: pageSize, today: world.clock.today() })
    const no = view.lines.find((line) => line.id === first.id)!.no
    expect((await list(`q=${encodeURIComponent(no)}`)).rows.map((row) => row.id)).toEqual([first.id])
    expect((await list('q=R8-HD-99999-0')).rows).toEqual([])
    expect((await list('wish=family')).rows).toEqual([])
    expect((await list('ladder=4')).rows.every((row) => row.ladder === 4)).toBe(true)
    expect((await list('state=closed')).rows.every((row) => row.step.state === 'stopped')).toBe(true)
    expect((await list('page=4000')).rows).toEqual([])
    expect(filter('state=x&wish=y&ladder=99&page=-1&q=%00%ED%A0%80')).toMatchObject({ state: null, wish: null, ladder: null, page: 1 })
  })

  it('are found by the beginning of a name, which stands in no address', async () => {
    const named = async (name: string) => {
      const searched = { ...filter(), ...DispatchNameForm.parse({ name }) }
      return presentList((await listDispatches(world.aobaDispatch.ctx, searched))!, { filter: searched, typed: '', size: pageSize, today: world.clock.today() })
    }
    const view = await named('あおぞらさん')
    expect(view.lines.length).toBeGreaterThan(0)
    expect(view.total).toBe((await listDispatches(world.aobaDispatch.ctx, filter()))!.total)
    const addresses = [view.address, ...view.stages.map(({ href }) => href), ...view.orders.map(({ href }) => href)]
    expect(addresses.filter((address) => /q=|name/.test(address))).toEqual([])
    expect((await named('ない')).lines).toEqual([])
    const inAddress = `q=${encodeURIComponent('あおぞらさん')}`
    expect((await listDispatches(world.aobaDispatch.ctx, filter(inAddress)))!.rows).toEqual([])
    expect(typedNumber(new URLSearchParams(inAddress))).toBe('')
  })

  it('ask the database six times in all for the list, whatever the number of rows', async () => {
    const calls = await rawCalls(() => listDispatches(world.aobaDispatch.ctx, filter()))
    // to enter, the page with its counts, the trace; besides them session, begin and commit
    expect(calls + 3).toBe(6)
  })
})

/** How many statements one door of the database sends while something is read; all of them are raw here. */
async function rawCalls(work: () => Promise<unknown>): Promise<number> {
  const before = runtime()
  let calls = 0
  const counted = (tx: Tx) =>
    new Proxy(tx, {
      get(target, name) {
        const found: unknown = Reflect.get(target, name)
        if (typeof found !== 'function') {
          if (typeof name === 'string' && !name.startsWith('$')) throw new Error(`not a raw statement: ${name}`)
          return found
        }
        calls += 1
        return found.bind(target) as unknown
      },
    })
  const transaction = (fn: (tx: Tx) => Promise<unknown>) => before.database.prisma.$transaction((tx) => fn(counted(tx)))
  const prisma = { $transaction: transaction } as unknown as typeof before.database.prisma
  setRuntime({ ...before, database: { ...before.database, prisma } })
  try {
    await work()
  } finally {
    setRuntime(before)
  }
  return calls
}
