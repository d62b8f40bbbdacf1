// npm run bench [-- --only NAME]: the figures of speed on a PostgreSQL of its own, as a table; exit 1 when one is short.
import { bin, ensureBuilt, ensureGenerated, fail, run } from './steps.mjs'

ensureGenerated()
ensureBuilt()
run('比べる画面の組み立て', bin('remix'), ['vite:build', '--config', 'tests/bench/bare/vite.config.ts'], {
  quiet: true,
  env: { NODE_ENV: 'production' },
})

// The database client may only just have been made.
const { rowNames, runBench } = await import('#tests/bench/run.ts')

function chosenRow(): string | undefined {
  const at = process.argv.indexOf('--only')
  if (at < 0) return undefined
  const name = process.argv[at + 1] ?? ''
  if (!rowNames.includes(name)) fail(`--only ${rowNames.join(' | ')}`)
  return name
}

const good = await runBench(chosenRow())
process.exit(good ? 0 : 1)
