import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Door } from '#tests/database/doors.ts'
import type { Chain } from './rows/chain.ts'
import { stopRow } from './rows/stops.ts'
import { adding, openTown, type Town, tried } from './rows/town.ts'

let town: Town
let going: Chain
let stopped: Chain
let other: Chain
let former: Chain

beforeAll(async () => {
  town = await openTown()
  going = await town.chain('active')
  stopped = await town.chain('active')
  other = await town.chain('active')
  former = await town.chain('active')
  await town.owner.tamper(async (sql) => {
    for (const { taker, dispatch } of [going, stopped]) {
      await sql(`insert into dispatch_supporter (body_id, dispatch_id, person_id, roster_entry_id, period, ended_at, access_until)
        select $1, $2, person_id, roster_entry_id, period, app.now() - interval '1 hour', app.now() - interval '1 hour'
          from dispatch_supporter where dispatch_id = $3`, [taker, dispatch, former.dispatch])
    }
  })
  expect(await town.put('stop_request', stopRow(stopped))).toBe('allowed')
})
afterAll(() => town.close())

/** The word about the whole request, and about its dispatch alone, as somebody writes it by hand. */
const words = {
  '申出の全体': (one: Chain) => stopRow(one, { party_id: null, channel: 'phone' }),
  'この派遣': (one: Chain) => stopRow(one, { party_id: null, request_id: null, dispatch_id: one.dispatch, channel: 'phone' }),
}
const strangers: Record<string, () => Door> = {
  'よその市の派遣担当': () => town.as.kuromatsuDispatch,
  '担当でないコーディネーター': () => town.as.coordinator,
  'ほかの派遣のサポーター': () => town.supporter(other),
  'もうかかわっていないサポーター': () => town.supporter(former),
  'ほかの人のカード': () => town.client(other),
}

const written = (door: Door, word: (one: Chain) => object, one: Chain) =>
  tried(door, adding('stop_request', word(one) as ReturnType<typeof stopRow>), one.taker)

describe.each(Object.entries(words))('N14 止まっているかどうかは、書いてみても、関わりのない人には知れない（%s）', (_about, word) => {
  it.each(Object.entries(strangers))('%s', async (_who, door) => {
    expect(await written(door(), word, going)).toBe('42501')
    expect(await written(door(), word, stopped)).toBe('42501')
  })

  it('その市の派遣担当には、二度目の言葉も誤りではない', async () => {
    expect(await written(town.as.aobaDispatch, word, stopped)).toBe('allowed')
  })
})

it('N14 止めた派遣のサポーターには、二度目の言葉も誤りではない', async () => {
  expect(await written(town.supporter(stopped), words['この派遣'], stopped)).toBe('allowed')
})

it('N14 ほかの人の名でも、カードの言葉は通らない', async () => {
  for (const one of [going, stopped]) {
    expect(await tried(town.client(other), adding('stop_request', stopRow(one)), one.taker)).toBe('42501')
  }
})
