import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DispatchNameForm, parseListFilter, typedNumber } from '#app/features/dispatch/forms/dispatch-list.ts'
import { presentList } from '#app/features/dispatch/presenter/dispatch-list.ts'
import { listDispatches, pageSize } from '#app/features/dispatch/queries/dispatch-list.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { runtime, setRuntime } from '#app/platform/runtime.server.ts'
import { type DispatchStage, openDispatchStage } from '#tests/factories/dispatch-stage.ts'
import { agreed, begun, preparing } from '#tests/factories/dispatch.ts'
import { must } from '#tests/factories/must.ts'
import type { MadeSupporter } from '#tests/factories/roster-rows.ts'
import type { World } from '#tests/factories/world.ts'

let stage: DispatchStage
let world: World
let hana: MadeSupporter

beforeAll(async () => {
  stage = await openDispatchStage()
  world = stage.world
  hana = stage.hana
  await preparing(world, [hana])
  await begun(world, [hana])
  must(await sayStop((await agreed(world, [hana])).card))
})
afterAll(() => stage.close())

const rows = (text: string, values: unknown[] = []) => stage.database.owner.query(text, values)
const filter = (query = '') => parseListFilter(new URLSearchParams(query))

describe('the list of dispatches', () => {
  it('holds the dispatches of the body, with counts that add up, and leaves a trace', async () => {
    const facts = (await listDispatches(world.aobaDispatch.ctx, filter()))!
    const [all] = await rows('select count(*)::int as n from dispatch')
    expect(facts.total).toBe(all!.n)
    const view = presentList(facts, { filter: filter(), typed: '', size: pageSize, today: world.clock.today() })
    const [total, ...parts] = view.stages.map((tab) => tab.count)
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(total)
    expect(view.lines[0]).toMatchObject({ name: 'あおぞらさん', wish: '本人' })
    expect(await listDispatches(world.coordinator.ctx, filter())).toBeNull()
    expect((await listDispatches(world.kuromatsuDispatch.ctx, filter()))!.rows).toEqual([])
    const trail = await rows(`select l.entity_id, d.payload from audit_log l join audit_detail d using (chain, seq)
      where l.action = 'dispatch.list' order by l.at`)
    expect(trail.map(({ entity_id, payload }) => [entity_id, JSON.parse(payload as string)])).toEqual([
      [world.aoba.id, { page: 1, rows: facts.rows.length }],
      [world.kuromatsu.id, { page: 1, rows: 0 }],
    ])
  })

  it('is narrowed by what stands in the address', async () => {
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

  it('is searched by the beginning of a name, which stands in no address', async () => {
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

  it('asks the database five times in all, whatever the number of rows', async () => {
    const calls = await rawCalls(() => listDispatches(world.aobaDispatch.ctx, filter()))
    // to enter, the page with its counts and its trace; besides them session, begin and commit
    expect(calls + 3).toBe(5)
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
