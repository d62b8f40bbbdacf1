import { fork } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { started } from './endings.ts'

/** A server of ours in a process of its own. */
export interface Served {
  origin: string
  pid: number
  stop(): Promise<void>
}

/** A port of this machine that nobody uses. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

/** A new folder of our own; `remove` takes it away with all that is in it. */
export function temporaryFolder(): { at: string; remove(): void } {
  const at = fs.mkdtempSync(path.join(os.tmpdir(), 'yorisoi-bench-'))
  return { at, remove: () => fs.rmSync(at, { recursive: true, force: true }) }
}

async function serve(script: string, databaseUrl: string): Promise<Served> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const folder = temporaryFolder()
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production' as const,
    YORISOI_DEMO: '1',
    PORT: String(port),
    PUBLIC_ORIGIN: origin,
    YORISOI_DATA: folder.at,
    DATABASE_URL: databaseUrl,
  }
  const child = fork(script, { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = started(async () => {
    child.kill('SIGTERM')
    await ended
    folder.remove()
  })
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
  })
  return { origin, pid: child.pid ?? 0, stop }
}

/** The built product on a database, as it is served in production. */
export function serveProduct(databaseUrl: string): Promise<Served> {
  return serve('app/cli/serve.mjs', databaseUrl)
}

/** The bare page beside it, on the same database. */
export function serveBare(databaseUrl: string): Promise<Served> {
  return serve('tests/bench/bare/serve.mjs', databaseUrl)
}
