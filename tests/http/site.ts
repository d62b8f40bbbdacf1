import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { atOnce } from '#app/at-once.ts'
import { createApp } from '#app/http/server.server.ts'
import { runtime } from '#app/platform/runtime.server.ts'
import { buildFromSources } from './build.ts'

/** An answer as it came over the wire. */
export interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

/** What is sent: a path, and whatever the sender wishes to say in headers and body. */
export interface Asking {
  method?: string
  headers?: Record<string, string>
  body?: Buffer
}

/** The product behind a port of its own. */
export interface Site {
  /** Where it listens, for a request that `ask` cannot make. */
  address: string
  ask(path: string, asking?: Asking): Promise<Answer>
  close(): Promise<void>
}

/** The public address of the site under test. */
export const ourOrigin = 'http://localhost:3999'

/** What a browser says of a form of our own. */
export const fromOurPage = { 'sec-fetch-site': 'same-origin', origin: ourOrigin }

/** Starts the web server on the database of the runtime. */
export async function openSite(): Promise<Site> {
  const app = createApp(await buildFromSources(), runtime().env, atOnce)
  const server = http.createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const agent = new http.Agent({ keepAlive: true })
  return {
    address: `http://127.0.0.1:${port}`,
    ask: (path, asking = {}) => send({ port, path, agent }, asking),
    async close() {
      agent.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function send(to: http.RequestOptions, { method = 'GET', headers = {}, body }: Asking): Promise<Answer> {
  const length = body ? { 'content-length': String(body.length) } : {}
  return new Promise((resolve, reject) => {
    const request = http.request({ ...to, host: '127.0.0.1', method, headers: { ...length, ...headers } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve({
        status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString('utf8'),
      }))
    })
    request.once('error', reject)
    request.end(body)
  })
}
