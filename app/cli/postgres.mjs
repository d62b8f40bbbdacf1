// A real PostgreSQL for tests and measurements: its own cluster in a folder of its own, gone afterwards.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { ensureProgram, fail } from './steps.mjs'

const asRoot = process.getuid?.() === 0

function binaries() {
  const base = '/usr/lib/postgresql'
  const versions = fs.existsSync(base) ? fs.readdirSync(base).filter((name) => Number(name) >= 15) : []
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  return newest ? path.join(base, newest, 'bin') : null
}

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** PostgreSQL refuses to run as root: then it runs as its own user. */
function unprivileged(command, args) {
  return asRoot ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, args]
}

/**
 * Starts a cluster on a free port of this machine. `onLog` is given what it logs.
 * @returns its address (database `postgres`, superuser) and how to end it
 */
export async function startPostgres({ settings = [], onLog } = {}) {
  ensureProgram('PostgreSQL 15', 'postgresql', () => binaries() !== null)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yorisoi-pg-'))
  if (asRoot) spawnSync('chown', ['postgres', folder])
  const [init, initArgs] = unprivileged(path.join(binaries(), 'initdb'), [
    '-D', path.join(folder, 'data'), '-U', 'yorisoi', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8',
  ])
  const made = spawnSync(init, initArgs, { encoding: 'utf8', cwd: folder })
  if (made.status !== 0) fail(`PostgreSQL を用意できませんでした。\n${made.stderr}`)
  const port = await freePort()
  const options = ['listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${folder}`, 'max_connections=120', ...settings]
  const [serve, serveArgs] = unprivileged(path.join(binaries(), 'postgres'), [
    '-D', path.join(folder, 'data'), ...options.flatMap((option) => ['-c', option]),
  ])
  const server = spawn(serve, serveArgs, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder })
  if (onLog) server.stderr.on('data', (chunk) => onLog(String(chunk)))
  await ready(server)
  return {
    url: `postgresql://yorisoi@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      const pid = fs.readFileSync(path.join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]
      process.kill(Number(pid), 'SIGINT')
      await ended
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

function ready(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-4000)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL ended:\n${said}`)))
  })
}
