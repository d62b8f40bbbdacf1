import { Prisma } from '#app/platform/db/generated/client.ts'
import { post, type Posting } from './drive.ts'
import { type Figure, median, quantile, type Row } from './figure.ts'
import type { Ground } from './ground.ts'
import { serveBare, type Served, serveProduct } from './served.ts'

const times = 10
const rounds = 8
const perRound = 200
/** What opens the connection is sent as well, and not measured. */
const sent = perRound + 1
const warmUp = 100
const lookMs = 200
const looksAtMost = 600

/** The button of the stop page. */
function stopOf(product: Served, card: string): Posting {
  return { url: `${product.origin}/card/stop`, cookie: `yr_card=${card}`, body: '' }
}

/** The button of the bare server: one row is changed, and the answer leads on. */
function updatesOf(bare: Served, amount: number): Posting[] {
  return Array.from({ length: amount }, (_, i) => ({ url: `${bare.origin}/update/${i}`, cookie: '', body: '' }))
}

/** The same UPDATE without HTTP, by the product's driver. */
async function driverUpdates(ground: Ground, amount: number): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < amount; i += 1) {
    const from = performance.now()
    await ground.database.ask(Prisma.sql`update bench_row set n = n + 1 where id = ${i}`)
    took.push(performance.now() - from)
  }
  return took
}

async function measure(ground: Ground): Promise<Figure> {
  const product = await serveProduct(ground.url)
  const beside = await serveBare(ground.url)
  try {
    const cards = [...ground.cards]
    const next = (amount: number) => cards.splice(0, amount).map((card) => stopOf(product, card))
    await post(updatesOf(beside, warmUp))
    await post(next(warmUp))
    const took: Took = { stops: [], updates: [], driver: [] }
    for (let round = 0; round < rounds; round += 1) {
      await mailsHaveLeft(ground)
      took.driver.push(...(await driverUpdates(ground, perRound)))
      took.updates.push(...(await post(updatesOf(beside, sent))))
      took.stops.push(await post(next(sent)))
    }
    await requireStopped(ground, warmUp + rounds * sent)
    return figure(took)
  } finally {
    await product.stop()
    await beside.stop()
  }
}

/** Milliseconds; the stops of each round. */
interface Took {
  stops: number[][]
  updates: number[]
  driver: number[]
}

/** The mails of one round of stops are no part of the updates after it, nor of the stops after those. */
async function mailsHaveLeft(ground: Ground): Promise<void> {
  for (let look = 0; look < looksAtMost; look += 1) {
    const waiting = await ground.database.asOwner((tx) => tx.outbox.count({ where: dueNow() }))
    if (waiting === 0) return
    await new Promise((resolve) => setTimeout(resolve, lookMs))
  }
  throw new Error('the mails of the stops have not left')
}

function dueNow() {
  return { state: { in: ['queued', 'sending'] }, runAt: { lte: new Date() } }
}

/** What was answered with "received" must be so: the stop, its dispatch, its visits. */
async function requireStopped(ground: Ground, expected: number): Promise<void> {
  const [row] = await ground.database.asOwner(
    (tx) => tx.$queryRaw<{ stopped: number; ahead: number }[]>`
      select count(distinct s.id)::int as stopped, count(v.id)::int as ahead
        from stop_request s
        join dispatch d on d.request_id = s.request_id and d.state = 'stopped'
        left join visit v on v.dispatch_id = d.id and v.state = 'scheduled'
       where s.follow_up = 'open'`,
  )
  if (row?.stopped !== expected || row.ahead > 0) throw new Error(`stopped ${row?.stopped} of ${expected}`)
}

/** Seconds lie between the rounds: their median is not that of one bad moment of the machine. */
function figure({ stops, updates, driver }: Took): Figure {
  const eachRound = stops.map((round) => quantile(round, 0.99))
  const [p99, update] = [median(eachRound), median(updates)]
  return {
    ours: `${p99.toFixed(1)} ms p99`,
    yardstick: `${update.toFixed(2)} ms median of a bare UPDATE, also through HTTP`,
    ratio: p99 / update,
    goal: `< ${times}`,
    ok: p99 < times * update,
    notes: [
      `${rounds} rounds of ${perRound} stops by as many cards, one after the other, alternating with as many bare updates`,
      `p99 of each round ${eachRound.map((ms) => ms.toFixed(1)).join(' ')}, their median counts; all stops ${spread(stops.flat())}`,
      `bare updates through HTTP ${spread(updates)}; by the driver ${spread(driver)}: p99 is ${(p99 / median(driver)).toFixed(1)} times its median`,
    ],
  }
}

function spread(took: readonly number[]): string {
  return `p50 ${median(took).toFixed(2)}, p90 ${quantile(took, 0.9).toFixed(1)}, p99 ${quantile(took, 0.99).toFixed(1)} ms`
}

/** The client's stop through HTTP, from the button to "received". */
export const stopLatency: Row = { name: 'stop-latency', measure }
