import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getMyVisit } from '#app/features/activity/queries/visits.server.ts'
import { askForHelp } from '#app/features/safety/commands/ask-for-help.server.ts'
import { recordCall } from '#app/features/safety/commands/record-call.server.ts'
import { getEmergencyContacts, getIncident } from '#app/features/safety/queries.server.ts'
import { asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { must } from '#tests/factories/must.ts'
import { contactTree } from '#tests/factories/safety.ts'
import type { Chain } from '#tests/invariants/rows/chain.ts'
import { openTown, type Town } from '#tests/invariants/rows/town.ts'

let town: Town
let one: Chain
let incidentId: string

const officer = () => town.world.aobaDispatch.ctx
const supporter = () => town.world.supporter(one.person)

/** A second version of the tree, decided today and in force from 1 December. */
async function treeFromDecember(): Promise<void> {
  const id = randomUUID()
  await town.owner.transaction(async (sql) => {
    await sql(`insert into contact_tree_version (id, body_id, no, in_force_from) values ($1, $2, 2, '2026-12-01')`, [id, one.taker])
    await sql(`insert into contact_tree_step (version_id, body_id, step_no, title, name, phone) values ($1, $2, 1, '新しい担当', '見本', '000-0000-0030')`, [id, one.taker])
  })
}

beforeAll(async () => {
  town = await openTown()
  one = await town.chain('active')
  await contactTree(town.world, town.world.aobaDispatch)
  await treeFromDecember()
  incidentId = must(await askForHelp(supporter(), { visitId: one.held })).incidentId
})
afterAll(() => town.close())

test('先の日から使う連絡体制は、その日までどの画面にも出ず、その日からはどの画面にも出る', async () => {
  const shown = async () => [
    (await getEmergencyContacts(supporter(), one.held))!.steps.map(({ phone }) => phone),
    (await getMyVisit(supporter(), one.held))!.calls.map(({ phone }) => phone),
    (await getIncident(officer(), incidentId))!.tree.map(({ phone }) => phone),
  ]
  const old = ['000-0000-0020', '000-0000-0021', '000-0000-0003']
  expect(await shown()).toEqual([old, old, old])
  expect(await recordCall(officer(), { incidentId, stepNo: 3, calledAt: '10:00', result: 'つながった' })).toMatchObject({ ok: true })
  await town.goTo(tokyoInstant(asTokyoDay('2026-12-01'), '10:00'))
  expect(await shown()).toEqual([['000-0000-0030'], ['000-0000-0030'], ['000-0000-0030']])
  expect(await recordCall(officer(), { incidentId, stepNo: 3, calledAt: '09:00', result: 'x' })).toMatchObject({ refusal: { code: 'incident.noStep' } })
})

test('夜中の前にかけた電話は、日が変わってからでも書きとめられる', async () => {
  await town.goTo(tokyoInstant(asTokyoDay('2026-12-03'), '00:05'))
  expect(await recordCall(officer(), { incidentId, stepNo: 1, calledAt: '23:50', result: '留守番電話' })).toMatchObject({ ok: true })
  const calls = (await getIncident(officer(), incidentId))!.calls
  expect(calls.at(-1)).toMatchObject({ calledAt: tokyoInstant(asTokyoDay('2026-12-02'), '23:50'), result: '留守番電話' })
})
