import { createHash } from 'node:crypto'
import { post, type Posting } from './drive.ts'
import { type Figure, median, quantile, type Row } from './figure.ts'
import type { Ground } from './ground.ts'
import { type Served, serveProduct } from './served.ts'

const times = 10
const rounds = 8
const perRound = 100
const warmUp = 100
const lookMs = 200
const looksAtMost = 300

/** The form of the stop page with the key it was drawn with. */
function stopOf(product: Served, card: string): Posting {
  const key = createHash('sha256').update(card).digest('hex')
  const uuid = `${key.slice(0, 8)}-${key.slice(8, 12)}-7${key.slice(13, 16)}-8${key.slice(17, 20)}-${key.slice(20, 32)}`
  return { url: `${product.origin}/card/stop`, cookie: `yr_card=${card}`, body: `_key=${uuid}` }
}

async function updates(ground: Ground, amount: number): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < amount; i += 1) {
    const from = performance.now()
    await ground.database.prisma.$executeRaw`update bench_row set n = n + 1 where id = ${i}`
    took.push(performance.now() - from)
  }
  return took
}

async function measure(ground: Ground): Promise<Figure> {
  const product = await serveProduct(ground.url)
  try {
    const cards = [...ground.cards]
    const next = (amount: number) => cards.splice(0, amount).map((card) => stopOf(product, card))
    await updates(ground, warmUp)
    await post(next(warmUp))
    const stops: number[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await mailsHaveLeft(ground)
      bare.push(...(await updates(ground, perRound)))
      stops.push(...(await post(next(perRound))))
    }
    await requireStopped(ground, warmUp + rounds * perRound)
    return figure(stops, bare)
  } finally {
    await product.stop()
  }
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

function figure(stops: readonly number[], bare: readonly number[]): Figure {
  const [p99, update] = [quantile(stops, 0.99), median(bare)]
  return {
    ours: `${p99.toFixed(1)} ms p99`,
    yardstick: `${update.toFixed(2)} ms median of a bare UPDATE`,
    ratio: p99 / update,
    goal: `< ${times}`,
    ok: p99 < times * update,
    notes: [
      `${stops.length} stops by as many cards, one after the other, alternating with ${bare.length} updates by the same driver`,
      `stops p50 ${median(stops).toFixed(1)} ms, p90 ${quantile(stops, 0.9).toFixed(1)} ms, longest ${Math.max(...stops).toFixed(1)} ms;` +
        ` updates p99 ${quantile(bare, 0.99).toFixed(1)} ms`,
    ],
  }
}

/** The client's stop through HTTP, from the button to "received". */
export const stopLatency: Row = { name: 'stop-latency', measure }
