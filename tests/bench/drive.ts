import http from 'node:http'
import autocannon from 'autocannon'

/** What a browser says it can unpack; packing is part of what is measured. */
const accepted = 'gzip, deflate, br'
/** Enough to keep a server of one process busy, fewer than its pool has connections. */
const connections = 8

/** A page that is asked for again and again. */
export interface Target {
  url: string
  cookie?: string
}

function headersOf({ cookie }: Target, encoding = accepted): Record<string, string> {
  return { 'accept-encoding': encoding, ...(cookie ? { cookie } : {}) }
}

/**
 * Asks for a page for some seconds.
 * @returns pages a second
 * @throws when an answer is anything but a page
 */
export async function throughput(target: Target, seconds: number): Promise<number> {
  const from = performance.now()
  const result = await autocannon({ url: target.url, headers: headersOf(target), connections, duration: seconds })
  return pagesOf(target, result) / ((performance.now() - from) / 1000)
}

/** Asks for a page so many times. @throws when an answer is anything but a page */
export async function views(target: Target, amount: number): Promise<void> {
  pagesOf(target, await autocannon({ url: target.url, headers: headersOf(target), connections, amount }))
}

function pagesOf(target: Target, result: autocannon.Result): number {
  const { errors, timeouts, non2xx } = result
  if (errors + timeouts + non2xx > 0) {
    throw new Error(`${target.url}: ${non2xx} refused, ${errors} failed, ${timeouts} timed out`)
  }
  return result['2xx']
}

/** One view: its text, its bytes, and the bytes that travel. */
export async function lookAt(target: Target): Promise<{ html: string; bytes: number; sent: number }> {
  const plain = await bytesOf(target.url, headersOf(target, 'identity'))
  const packed = await bytesOf(target.url, headersOf(target))
  return { html: plain.toString('utf8'), bytes: plain.length, sent: packed.length }
}

function bytesOf(url: string, headers: Record<string, string>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(parts))
        else reject(new Error(`${url}: ${response.statusCode}`))
      })
    })
    request.on('error', reject)
  })
}

/** One form to be sent. */
export interface Posting {
  url: string
  cookie: string
  body: string
}

/**
 * Sends forms one after the other on one connection, as their page would.
 * @returns how long each took, in milliseconds; not the first, which had to open the connection
 * @throws when one is not answered by going on to the next page
 */
export async function post(forms: readonly Posting[]): Promise<number[]> {
  const waiting = [...forms]
  const answers: { status: number; ms: number }[] = []
  await new Promise<void>((resolve, reject) => {
    const options: autocannon.Options = {
      url: forms[0]?.url ?? '',
      connections: 1,
      amount: forms.length,
      requests: [{ setupRequest: (request) => ({ ...request, ...asSent(waiting.shift()) }) }],
    }
    const instance = autocannon(options, (error) => (error ? reject(error as Error) : resolve()))
    instance.on('response', (_client, status, _bytes, ms) => answers.push({ status, ms }))
  })
  const other = answers.find(({ status }) => status !== 303)
  if (other || answers.length !== forms.length) throw new Error(`a form was answered with ${other?.status}`)
  return answers.slice(1).map(({ ms }) => ms)
}

/** The client draws one request too many before it counts; that one is never sent. */
function asSent(form: Posting | undefined): autocannon.Request {
  if (!form) return {}
  return {
    method: 'POST',
    path: new URL(form.url).pathname,
    headers: {
      'accept-encoding': accepted,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      cookie: form.cookie,
    },
    body: form.body,
  }
}
