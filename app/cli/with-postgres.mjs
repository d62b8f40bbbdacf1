// Runs a command with TEST_DATABASE_URL naming a PostgreSQL that lives only as long: `node app/cli/with-postgres.mjs npm test`
import { spawn } from 'node:child_process'
import { startPostgres } from './postgres.mjs'

const [command, ...args] = process.argv.slice(2)
// The races read the order of commits from the server.
const postgres = await startPostgres({ settings: ['track_commit_timestamp=on'] })
const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: postgres.url } })
child.once('exit', async (code) => {
  await postgres.stop()
  process.exit(code ?? 1)
})
