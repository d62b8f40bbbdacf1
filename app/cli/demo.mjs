// npm run demo: from a bare checkout to a served, seeded city. `-- --fresh` starts over.
import { fork } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { digestOf, ensureBuilt, ensureGenerated, ensurePackages, fail, run } from './steps.mjs'

const port = Number(process.env.PORT || 3000)
const fresh = process.argv.includes('--fresh')
const env = {
  NODE_ENV: 'production',
  YORISOI_DEMO: '1',
  PORT: String(port),
  PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN || `http://localhost:${port}`,
  YORISOI_DATA: process.env.YORISOI_DATA || '.data',
}

await checkPort()
ensurePackages()
ensureGenerated()
ensureBuilt()
ensurePrepared()

const server = fork('app/cli/serve.mjs', { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
server.once('message', ({ ready }) => announce(ready))
server.once('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))

function announce(address) {
  const { password, accounts } = JSON.parse(fs.readFileSync('prisma/demo-accounts.json', 'utf8'))
  console.log(`\nよりそい（デモ）を始めました。\n\n  ${address}\n`)
  console.log(`  デモの受信箱　${address}/demo/mail\n`)
  console.log(`  ログイン　${address}/login　パスワードはどれも　${password}\n`)
  for (const { role, email } of accounts) console.log(`  ${role.padEnd(24, '　')}${email}`)
  console.log('\n止めるときは Ctrl+C を押してください。データは残ります。')
}

/** Migrates and seeds, unless exactly this embedded database was left whole by these migrations before. */
function ensurePrepared() {
  const embedded = !process.env.DATABASE_URL
  const stamp = path.join(env.YORISOI_DATA, 'database/yorisoi-prepared')
  const wanted = digestOf(['prisma/migrations'])
  if (embedded && !fresh && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return
  run('データの用意', process.execPath, ['--import', 'tsx', 'app/cli/prepare.ts', ...(fresh ? ['--fresh'] : [])], { env })
  if (embedded) fs.writeFileSync(stamp, wanted)
}

function checkPort() {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => fail(`ポート ${port} は使われています。「PORT=3001 npm run demo」のように、別の番号で始めてください。`))
    probe.listen(port, '127.0.0.1', () => probe.close(resolve))
  })
}
