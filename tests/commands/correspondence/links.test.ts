import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, withActor } from '#app/platform/db/with-actor.server.ts'
import {
  cardToken, consumeLink, hashShortCode, hashToken, issueLink, linkToken, shortCode,
} from '#app/platform/links.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse } from '#app/shared/result.ts'
import { drawnDay, openStage, type Stage } from '#tests/factories/stage.ts'

let stage: Stage
beforeAll(async () => (stage = await openStage()))
afterAll(() => stage.close())
beforeEach(() => stage.goTo(drawnDay))

const tomorrow = new Date(drawnDay.getTime() + 86_400_000)

/** The dispatch officer asks a supporter again; the link belongs to the supporter's account. */
async function issue(subjectId: string): Promise<string> {
  const { ctx, bodyId } = stage.world.aobaDispatch
  const { personId } = stage.world.trainer
  const order = { purpose: 'reconfirmation.answer', bodyId, personId, subjectId, expiresAt: tomorrow } as const
  return (await withActor(ctx, (tx) => issueLink(tx, ctx, order))).id
}

function holder(linkId: string): Ctx {
  const { clock, ids, trainer } = stage.world
  const linkHash = hashToken(linkToken(linkId))
  return { actor: { kind: 'link', linkHash, purpose: 'reconfirmation.answer', personId: trainer.personId }, clock, ids }
}

function use(linkId: string, effect: 'done' | 'refused' = 'done') {
  const ctx = holder(linkId)
  return act(ctx, async (tx) => {
    const used = await consumeLink(tx, hashToken(linkToken(linkId)), 'reconfirmation.answer')
    return effect === 'done' ? ok(used) : refuse('on.purpose')
  })
}

const usedUp = { ok: false, refusal: { code: 'wall.YN143' } }

describe('a mailed link', () => {
  it('says what it was for when it is used, and is then used up', async () => {
    const subjectId = randomUUID()
    const id = await issue(subjectId)
    const { aobaDispatch, trainer } = stage.world
    expect(await use(id)).toEqual(ok({ id, bodyId: aobaDispatch.bodyId, personId: trainer.personId, subjectId }))
    expect(await use(id)).toEqual(usedUp)
  })

  it('has one effect when it is pressed ten times at once', async () => {
    const id = await issue(randomUUID())
    const results = await Promise.all(Array.from({ length: 10 }, () => use(id)))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok)).toEqual(Array.from({ length: 9 }, () => usedUp))
  })

  it('stays usable when its effect was refused', async () => {
    const id = await issue(randomUUID())
    expect(await use(id, 'refused')).toEqual({ ok: false, refusal: { code: 'on.purpose' } })
    expect((await use(id)).ok).toBe(true)
  })

  it('ends with its day', async () => {
    const id = await issue(randomUUID())
    await stage.goTo(tomorrow)
    expect(await use(id)).toEqual(usedUp)
  })

  it('opens nothing but its own purpose, and a made-up one opens nothing', async () => {
    const id = await issue(randomUUID())
    const other: Ctx = { ...holder(id), actor: { ...holder(id).actor, purpose: 'account.password' } as never }
    for (const ctx of [other, holder(randomUUID())]) {
      expect(await act(ctx, async () => ok(null))).toEqual(usedUp)
    }
  })

  it('is kept as a hash alone', async () => {
    const id = await issue(randomUUID())
    const rows = await stage.database.owner.query('select * from link_token where id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain(linkToken(id))
    expect(Buffer.from(rows[0]?.token_hash as Uint8Array)).toEqual(Buffer.from(hashToken(linkToken(id))))
  })

  it('cannot be issued by a desk for another body', async () => {
    const { kuromatsuDispatch: { ctx }, aobaDispatch: { bodyId }, trainer: { personId } } = stage.world
    const order = { purpose: 'reconfirmation.answer', bodyId, personId, subjectId: randomUUID(), expiresAt: tomorrow } as const
    await expect(withActor(ctx, (tx) => issueLink(tx, ctx, order))).rejects.toThrow()
  })
})

describe('tokens and codes', () => {
  it('differ by id and by use, and are always the same for one', () => {
    const [a, b] = [randomUUID(), randomUUID()]
    const all = [linkToken(a), linkToken(b), cardToken(a), cardToken(b), shortCode(a), shortCode(b)]
    expect(new Set(all).size).toBe(6)
    expect(all).toEqual([linkToken(a), linkToken(b), cardToken(a), cardToken(b), shortCode(a), shortCode(b)])
    expect(linkToken(a)).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(shortCode(a)).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  })

  it('a short code is known however it is typed', () => {
    const code = shortCode(randomUUID())
    const typed = [code, code.toLowerCase(), code.replace(/-/g, ''), code.replace(/-/g, ' '), code.replace(/-/g, 'ー')]
    for (const text of typed) expect(hashShortCode(text)).toEqual(hashToken(code))
    for (const text of ['', 'ABCD', 'あいうえ', 'x'.repeat(1_000)]) expect(hashShortCode(text)).toBeNull()
  })
})
