// npm test: installs what is missing and runs everything. With TEST_DATABASE_URL the database tests and
// the story run on that PostgreSQL instead of the embedded database.
import { bin, chromium, ensureBuilt, ensureGenerated, ensurePackages, ensureProgram, run } from './steps.mjs'

const engine = process.env.TEST_DATABASE_URL ? 'PostgreSQL' : 'PGlite'

ensurePackages()
ensureProgram('Chromium', 'chromium', () => chromium() !== undefined)
ensureProgram('pdftoppm', 'poppler-utils')
ensureGenerated()
run('型', bin('tsc'), ['--noEmit'])
run('書き方', bin('eslint'), ['.', '--max-warnings=0'])
run(`試験（${engine}）`, bin('vitest'), ['run'])
ensureBuilt()
run(`ブラウザーの試験（${engine}）`, process.execPath, ['app/cli/e2e.mjs'])
