import { lookAt, type Target, throughput } from './drive.ts'
import { type Figure, median, type Row } from './figure.ts'
import type { Ground } from './ground.ts'
import { serveBare, serveProduct } from './served.ts'

const goal = 0.5
const rounds = 10
const seconds = 2
const warmUpSeconds = 8
/** How far apart the two pages may be in bytes. */
const sameSize = 0.05

/** The bare page, drawn with as much text a row as makes it as large as ours. */
async function sameSized(list: string, bytes: number): Promise<Target> {
  const at = (length: number): Target => ({ url: `${list}&text=${length}` })
  const [none, some] = [await lookAt(at(0)), await lookAt(at(100))]
  const perLetter = (some.bytes - none.bytes) / 100
  return at(Math.max(0, Math.round((bytes - none.bytes) / perLetter)))
}

async function compare(ours: Target, bare: Target): Promise<{ ours: number[]; bare: number[] }> {
  await throughput(ours, warmUpSeconds)
  await throughput(bare, warmUpSeconds)
  const pages = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    pages.ours.push(await throughput(ours, seconds))
    pages.bare.push(await throughput(bare, seconds))
  }
  return pages
}

async function measure(ground: Ground): Promise<Figure> {
  const product = await serveProduct(ground.url)
  const beside = await serveBare(ground.url)
  try {
    const ours = { url: `${product.origin}/desk/dispatches`, cookie: await ground.signIn() }
    const page = await lookAt(ours)
    const bare = await sameSized(`${beside.origin}/?body=${ground.bodyId}`, page.bytes)
    const other = await lookAt(bare)
    if (Math.abs(other.bytes / page.bytes - 1) > sameSize) throw new Error(`${other.bytes} bytes beside ${page.bytes}`)
    const pages = await compare(ours, bare)
    const [mine, its] = [median(pages.ours), median(pages.bare)]
    return {
      ours: `${mine.toFixed(0)} pages/s`,
      yardstick: `${its.toFixed(0)} pages/s of a bare Remix page`,
      ratio: mine / its,
      goal: `>= ${goal}`,
      ok: mine / its >= goal,
      notes: [
        `25 rows of ${rowsOf(page.html)}; ours ${page.bytes} bytes (${page.sent} sent), the bare page ${other.bytes} (${other.sent} sent)`,
        `medians of ${rounds} alternating rounds of ${seconds} s; ours ${spread(pages.ours)}, bare ${spread(pages.bare)}`,
      ],
    }
  } finally {
    await product.stop()
    await beside.stop()
  }
}

function rowsOf(html: string): string {
  return /<b>(\d+)(?:<!-- -->)?件<\/b>/.exec(html)?.[1] ?? 'an unknown number'
}

function spread(numbers: readonly number[]): string {
  return numbers.map((number) => number.toFixed(0)).join(' ')
}

/** The signed-in list of dispatches against a page of the same size that knows nothing but one query. */
export const listThroughput: Row = { name: 'list-throughput', measure }
