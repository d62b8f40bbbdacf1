import { lookAt, type Target } from './drive.ts'
import type { Figure, Row } from './figure.ts'
import { type Ground, type LoggedStatement, mark } from './ground.ts'
import { serveProduct } from './served.ts'

const most = 8
const looks = 5

/** What belongs to the background jobs: their whole transactions. */
function withoutJobs(statements: readonly LoggedStatement[]): LoggedStatement[] {
  const begins = new Map<number, number>()
  const jobs = new Set<number>()
  const transactionOf = statements.map(({ pid, text }, at) => {
    if (/^begin\b/i.test(text)) begins.set(pid, at)
    const begun = begins.get(pid) ?? at
    if (text.includes('app.enter_job')) jobs.add(begun)
    if (/^(commit|rollback)\b/i.test(text)) begins.delete(pid)
    return begun
  })
  return statements.filter((_, at) => !jobs.has(transactionOf[at] ?? at))
}

/** Statements between each mark and the next. */
function perMark(statements: readonly LoggedStatement[]): Map<string, LoggedStatement[]> {
  const parts = new Map<string, LoggedStatement[]>()
  let name = ''
  for (const statement of statements) {
    if (statement.text.includes(mark)) name = statement.text.split(mark)[1]?.replace("'", '') ?? ''
    else parts.set(name, [...(parts.get(name) ?? []), statement])
  }
  return parts
}

async function measure(ground: Ground): Promise<Figure> {
  const product = await serveProduct(ground.url)
  try {
    const cookie = await ground.signIn()
    const address = `${product.origin}/desk/dispatches`
    const pages: Record<string, Target> = {
      many: { url: address, cookie },
      one: { url: `${address}?q=${encodeURIComponent(ground.oneNumber)}`, cookie },
    }
    const rows = { many: 0, one: 0 }
    for (const [name, page] of Object.entries(pages)) rows[name as keyof typeof rows] = await rowsOn(page)
    const statements = await ground.statementsDuring(async (at) => {
      for (let look = 0; look < looks; look += 1) {
        for (const [name, page] of Object.entries(pages)) {
          await at(`${name} ${look}`)
          await lookAtOnce(page)
        }
      }
      await at('')
    })
    return figure(perMark(withoutJobs(statements)), rows)
  } finally {
    await product.stop()
  }
}

async function lookAtOnce({ url, cookie }: Target): Promise<string> {
  const answer = await fetch(url, { headers: { cookie: cookie ?? '' } })
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
  return answer.text()
}

async function rowsOn(page: Target): Promise<number> {
  const { html } = await lookAt(page)
  return (html.split('<tbody>')[1]?.split('</tbody>')[0]?.match(/<tr/g) ?? []).length
}

function figure(parts: Map<string, LoggedStatement[]>, rows: { many: number; one: number }): Figure {
  const counts = (name: string) => [...parts].filter(([key]) => key.startsWith(name)).map(([, all]) => all.length)
  const [many, one] = [counts('many'), counts('one')]
  const [worst, least] = [Math.max(...many, ...one), Math.min(...many, ...one)]
  const asked = parts.get('many 0')?.map(({ text }) => text.slice(0, 60)) ?? []
  return {
    ours: `${worst} statements a view`,
    yardstick: `${most} statements, whatever the rows`,
    ratio: worst / most,
    goal: '<= 1, equal',
    ok: worst <= most && least === worst && rows.many === 25 && rows.one === 1 && many.length + one.length === 2 * looks,
    notes: [
      `${rows.many} rows: ${many.join(' ')}; ${rows.one} row: ${one.join(' ')}; begin and commit counted, from the server's own log`,
      asked.join(' | '),
    ],
  }
}

/** How many statements one view of the list costs, with 25 rows and with one. */
export const listStatements: Row = { name: 'list-statements', measure }
