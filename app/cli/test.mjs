// npm test: installs what is missing and runs everything. With TEST_DATABASE_URL it runs what touches the database,
// on that PostgreSQL: types, style, pure rules and the look of the pages are the same on every engine.
import { bin, chromium, ensureBuilt, ensureGenerated, ensurePackages, ensureProgram, run, runTogether } from './steps.mjs'

const onPostgres = Boolean(process.env.TEST_DATABASE_URL)
const engine = onPostgres ? 'PostgreSQL' : 'PGlite'

ensurePackages()
ensureProgram('Chromium', 'chromium', () => chromium() !== undefined)
ensureProgram('pdftoppm', 'poppler-utils')
ensureGenerated()
if (!onPostgres) {
  await runTogether([
    ['型', bin('tsc'), ['--noEmit']],
    ['書き方', bin('eslint'), ['.', '--max-warnings=0']],
  ])
}
run(`試験（${engine}）`, bin('vitest'), ['run', ...(onPostgres ? ['--project', 'database'] : [])])
ensureBuilt()
run(`ブラウザーの試験（${engine}）`, process.execPath, ['app/cli/e2e.mjs', ...(onPostgres ? ['story'] : [])])
