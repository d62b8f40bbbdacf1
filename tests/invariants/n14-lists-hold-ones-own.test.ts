import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Action } from '#app/access/actions.ts'
import { decide } from '#app/access/policy.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { staffRoles } from '#app/shared/actor.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { type HattedBody, hattedBody } from './rows/body.ts'
import { type Chain } from './rows/chain.ts'
import { surround, type Surroundings } from './rows/every-table.ts'
import { lists, pages, type Screen } from './rows/screens.ts'
import { openTown, type Town } from './rows/town.ts'

let town: Town
let stranger: HattedBody
let one: Chain
let made: Surroundings

beforeAll(async () => {
  town = await openTown()
  stranger = await hattedBody(town, 'よその市')
  one = await town.chain('reoffered')
  made = await surround(town.database, one, { coordinator: town.world.coordinator.personId, officer: town.world.aobaDispatch.personId })
})
afterAll(() => town.close())

/** Every id that the records of the two bodies are known by. */
function known(): string[] {
  return [...Object.entries(one), ...Object.entries(made)].filter(([, value]) => typeof value === 'string').map(([, value]) => value as string)
    .filter((id) => id !== town.world.midori.id && id !== town.world.aoba.id)
}

/** A page that the hat may come in to at all; the door of every page asks this first. */
const comesIn = (ctx: Ctx, action: Action) => decide(ctx.actor, action).allow

async function outcome(ctx: Ctx, page: Screen, id: string): Promise<unknown> {
  const answer = comesIn(ctx, page.action) ? await page.open(ctx, id) : null
  return answer === null || (Array.isArray(answer) && answer.length === 0) ? 'nothing' : answer
}

describe('N14 よその団体の画面には', () => {
  it.each(staffRoles)('%s のどの一覧にも、こちらの記録が出ない', async (role) => {
    for (const [name, list] of Object.entries(lists)) {
      if (!comesIn(stranger.ctx[role], list.action)) continue
      const text = JSON.stringify(await list.all(stranger.ctx[role])) ?? ''
      expect([name, known().filter((id) => text.includes(id))]).toEqual([name, []])
    }
  })

  it.each(staffRoles)('%s が番号を入れても、どのページも開かない', async (role) => {
    for (const [name, page] of Object.entries(pages)) {
      const id = page.id({ ...one, ...made })
      expect([name, await outcome(stranger.ctx[role], page, id)]).toEqual([name, 'nothing'])
      expect([name, await outcome(stranger.ctx[role], page, randomUUID())]).toEqual([name, 'nothing'])
    }
  })

  it.each(staffRoles)('%s の件数に、こちらの記録は数えられない', async (role) => {
    const tables = ['application', 'rosterEntry', 'dispatch', 'dispatchRequest', 'visit', 'report', 'incident', 'task', 'document'] as const
    for (const table of tables) {
      const count = withActor(stranger.ctx[role], (tx) => (tx[table] as unknown as { count(): Promise<number> }).count())
      const n = await count.catch((error: { message: string }) => (error.message.includes('denied') ? 0 : Promise.reject(error)))
      expect([table, n]).toEqual([table, 0])
    }
  })
})
