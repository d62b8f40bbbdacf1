import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { askPassword } from '#app/features/directory/commands/ask-password.server.ts'
import { logIn } from '#app/features/directory/commands/log-in.server.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
afterEach(unwatched)

function unwatched(): void {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
}

interface Work {
  answer: unknown
  /** The cost of every password hash that was begun. */
  hashes: unknown[]
  /** Every statement sent, without its values. */
  statements: string[]
}

/** What an attempt costs: counted, because times are different on every machine. */
async function workOf(attempt: () => Promise<unknown>): Promise<Work> {
  const scrypt = vi.spyOn(crypto, 'scrypt') as unknown as { mock: { calls: unknown[][] } }
  // What imported it by name sees the one that is watched.
  syncBuiltinESMExports()
  const query = vi.spyOn(pg.Client.prototype, 'query') as unknown as { mock: { calls: unknown[][] } }
  try {
    const answer = await attempt()
    const statements = query.mock.calls.map(([asked]) => (typeof asked === 'string' ? asked : (asked as { text: string }).text))
    const hashes = scrypt.mock.calls.map((asked) => asked[3])
    return { answer, hashes, statements }
  } finally {
    unwatched()
  }
}

const logging = (email: string) => workOf(() => logIn({ clock: stage.clock }, { email, password: 'chigau-aikotoba', address: email }))
const asking = (email: string) => workOf(() => askPassword(stage.world.visitor, { email, address: email }))

test('知らないアドレスでのログインも、知っているアドレスと同じ仕事をして、同じ答えをする', async () => {
  const known = await logging(stage.world.auditor.email)
  const unknown = await logging('dare-demo-nai@mihon.example.jp')
  expect(known.hashes).toHaveLength(1)
  expect(unknown).toEqual(known)
})

test('止めたアカウントでのログインも、知らないアドレスと見分けられない', async () => {
  const { personId, email } = stage.world.kuromatsuDispatch
  await stage.database.owner.query(`update account set status = 'disabled' where person_id = $1`, [personId])
  expect(await logging(email)).toEqual(await logging('mada-inai@mihon.example.jp'))
})

test('パスワードを忘れたと言うと、アドレスがあってもなくても、同じ重さのハッシュを一度つくってから、同じ答えをする', async () => {
  const known = await asking(stage.world.auditor.email)
  const unknown = await asking('dare-demo-nai@mihon.example.jp')
  expect(known.hashes).toHaveLength(1)
  expect([unknown.answer, unknown.hashes]).toEqual([known.answer, known.hashes])
  // up to the question whether there is somebody, statement for statement the same
  const asked = unknown.statements.findIndex((text) => text.includes('account_to_renew'))
  expect(asked).toBeGreaterThan(0)
  expect(known.statements.slice(0, asked + 1)).toEqual(unknown.statements.slice(0, asked + 1))
})

test('待つことになる人のところでは、ハッシュをつくらない', async () => {
  const [known, unknown] = [stage.world.trainer.email, 'mattari@mihon.example.jp']
  for (const email of [known, unknown]) for (let time = 0; time < 4; time += 1) await asking(email)
  const waits = [await asking(known), await asking(unknown)]
  expect(waits.map(({ hashes }) => hashes)).toEqual([[], []])
  expect(waits[0]).toEqual(waits[1])
})
