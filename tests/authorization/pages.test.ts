// The policy and the queries behind the pages of staff: a page opens for exactly those whom the policy lets read the
// record. The queries ask no rule of their own beside the policy; what they do not see, row-level security hides.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Action } from '#app/access/actions.ts'
import { decide, type Subject } from '#app/access/policy.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { pages } from '../invariants/rows/screens.ts'
import { type Asker, openPeople, type People } from './people.ts'

let people: People

beforeAll(async () => {
  people = await openPeople()
}, 120_000)
afterAll(() => people.close())

async function opens(asker: Asker, action: Action, open: () => Promise<unknown>): Promise<boolean> {
  if (!decide(asker.actor, action).allow) return false
  const answer = await open()
  return answer !== null && !(Array.isArray(answer) && answer.length === 0)
}

/** How each person stands to the first body's records: those of its own chain. */
function standing(): Subject {
  const { first } = people
  return {
    bodyId: first.id, recipientId: first.id, personId: first.chain.person, requestId: first.chain.request,
    coordinatorIds: people.coordinators, supporterIds: [first.chain.person],
  }
}

describe.each(Object.entries(pages))('%s', (_name, page) => {
  it('opens for those whom the policy allows it, and for nobody else', async () => {
    const { first } = people
    const id = page.id({ ...first.chain, ...first.made })
    const differences: string[] = []
    let opened = 0
    for (const asker of people.askers.filter(({ actor }) => actor.kind === 'staff')) {
      const ctx: Ctx = { actor: asker.actor, clock: people.town.clock, ids: people.town.world.ids }
      const does = await opens(asker, page.action, () => page.open(ctx, id))
      const may = decide(asker.actor, page.action).allow && decide(asker.actor, page.reads ?? page.action, standing()).allow
      if (does) opened += 1
      if (does !== may) differences.push(`${asker.name}: the policy says ${may}, the page ${does}`)
    }
    expect(differences).toEqual([])
    expect(opened).toBeGreaterThan(0)
  })
})
