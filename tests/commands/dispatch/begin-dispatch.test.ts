import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginDispatch } from '#app/features/dispatch/commands/begin-dispatch.server.ts'
import { dispatchStates } from '#app/features/dispatch/domain/dispatch-lifecycle.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { type DispatchStage, openDispatchStage } from '#tests/factories/dispatch-stage.ts'
import { agreed, begun, dispatchNow, offered, preparing } from '#tests/factories/dispatch.ts'
import { must, refused } from '#tests/factories/must.ts'
import type { MadeSupporter } from '#tests/factories/roster-rows.ts'
import type { World } from '#tests/factories/world.ts'

let stage: DispatchStage
let world: World
let hana: MadeSupporter

beforeAll(async () => {
  stage = await openDispatchStage()
  world = stage.world
  hana = stage.hana
})
afterAll(() => stage.close())

const rows = (text: string, values: unknown[] = []) => stage.database.owner.query(text, values)

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
