// The steps that every command begins with: what is missing is installed or made, what is there is kept.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
process.chdir(root)

/** Ends the command with one plain sentence. */
export function fail(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

/** Runs a program and ends the command if it fails; its output is shown, or only on failure when `quiet`. */
export function run(name, command, args, { env = {}, quiet = false } = {}) {
  const from = performance.now()
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit']
  const result = spawnSync(command, args, { stdio, env: { ...process.env, ...env }, encoding: 'utf8' })
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  if (result.status !== 0) {
    if (quiet) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
    fail(`「${name}」で止まりました（${seconds}秒）。`)
  }
  console.log(`${name.padEnd(24)} ${seconds} s`)
}

/** Runs programs side by side, and ends the command when all have ended and one has failed. */
export async function runTogether(programs) {
  const failed = await Promise.all(programs.map(([name, command, args]) => {
    const from = performance.now()
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code) => {
        const seconds = ((performance.now() - from) / 1000).toFixed(1)
        console.log(`${name.padEnd(24)} ${seconds} s`)
        resolve(code === 0 ? [] : [name])
      })
    })
  }))
  const names = failed.flat()
  if (names.length > 0) fail(`「${names.join('」「')}」で止まりました。`)
}

/** The path of a program of the installed packages. */
export function bin(name) {
  return path.join(root, 'node_modules/.bin', name)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Node.js 20.19 以上が要ります（いまは ${process.versions.node}）。`)
}

/** Installs the packages of the lockfile unless exactly these are there already. */
export function ensurePackages() {
  checkNode()
  const stamp = 'node_modules/.yorisoi-lock'
  const wanted = createHash('sha256').update(fs.readFileSync('package-lock.json')).digest('hex')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return
  run('パッケージの導入', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true })
  fs.writeFileSync(stamp, wanted)
}

function filesBelow(folder) {
  if (!fs.existsSync(folder)) return []
  const stat = fs.statSync(folder)
  if (!stat.isDirectory()) return [folder]
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(path.join(folder, entry.name)) : [path.join(folder, entry.name)]))
    .sort()
}

/** What all files below these places are, as one number; the version of Node counts too. */
export function digestOf(places) {
  const hash = createHash('sha256').update(process.version)
  for (const file of places.flatMap(filesBelow)) {
    if (file.includes('db/generated/') || file.includes('.test.')) continue
    hash.update(file).update(fs.readFileSync(file))
  }
  return hash.digest('hex')
}

/** Runs `make` unless the same sources were made before and the result is still there. */
function onceFor(stamp, sources, result, make) {
  const file = path.join('.cache', stamp)
  const digest = digestOf([...sources, 'package-lock.json'])
  if (fs.existsSync(result) && fs.existsSync(file) && fs.readFileSync(file, 'utf8') === digest) return
  make()
  fs.mkdirSync('.cache', { recursive: true })
  fs.writeFileSync(file, digest)
}

/** Makes the database client from the schema. */
export function ensureGenerated() {
  onceFor('generated', ['prisma/schema', 'prisma.config.ts'], 'app/platform/db/generated/client.ts', () =>
    run('データベースの型', bin('prisma'), ['generate'], { quiet: true }),
  )
}

/** Builds the pages. */
export function ensureBuilt() {
  const sources = ['app', 'emails', 'templates', 'public', 'vite.config.ts', 'tsconfig.json', 'prisma/schema']
  onceFor('built', sources, 'build/server/index.js', () =>
    run('画面の組み立て', bin('remix'), ['vite:build'], { quiet: true, env: { NODE_ENV: 'production' } }),
  )
}

function found(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
}

/** Finds a program, or installs its Debian package when that is allowed, or says what to install. */
export function ensureProgram(program, debianPackage, find = () => found(program)) {
  if (find()) return
  const asRoot = process.getuid?.() === 0 && found('apt-get')
  if (asRoot) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get update', 'apt-get', ['update', '-qq'], { quiet: true, env })
    run(`${debianPackage} の導入`, 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], { quiet: true, env })
  }
  if (!find()) fail(`${program} が見つかりません。「sudo apt-get install ${debianPackage}」で入れてから、もう一度実行してください。`)
}

/** The browser of the tests: CHROMIUM, or the system's. */
export function chromium() {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return known.find((file) => file && fs.existsSync(file))
}
