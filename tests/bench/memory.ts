import { readFileSync } from 'node:fs'
import { type Target, views } from './drive.ts'
import type { Figure, Row } from './figure.ts'
import type { Ground } from './ground.ts'
import { serveProduct } from './served.ts'

const most = 1.2
const early = 500
const late = 5_000
const idleMs = 3_000

/** Resident memory of a process in megabytes, as the kernel counts it. */
function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kb) / 1024
}

/** After a short rest, so that what is under way has ended; nothing is collected by force. */
async function rested(pid: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, idleMs))
  return residentMb(pid)
}

async function measure(ground: Ground): Promise<Figure> {
  const product = await serveProduct(ground.url)
  try {
    const list: Target = { url: `${product.origin}/desk/dispatches`, cookie: await ground.signIn() }
    const begun = residentMb(product.pid)
    await views(list, early)
    const first = await rested(product.pid)
    await views(list, late - early)
    const last = await rested(product.pid)
    return {
      ours: `${last.toFixed(0)} MB after ${late} views`,
      yardstick: `${first.toFixed(0)} MB after ${early} views`,
      ratio: last / first,
      goal: `<= ${most}`,
      ok: last / first <= most,
      notes: [`resident memory of the server process ${idleMs / 1000} s after its last answer; ${begun.toFixed(0)} MB at the start`],
    }
  } finally {
    await product.stop()
  }
}

/** What the server keeps while pages are looked at. */
export const memory: Row = { name: 'memory', measure }
