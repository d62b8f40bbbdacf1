// npm run db:begin: the first body and the administrator of an empty installation. Its variables are those of npm start.
import { parseArgs } from 'node:util'
import { systemClock } from '#app/platform/clock.server.ts'
import { deriveKeys, readOrMakeSecret } from '#app/platform/crypto.server.ts'
import { migrationState } from '#app/platform/db/migrations.server.ts'
import { openDatabase } from '#app/platform/db/open.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { setRuntime } from '#app/platform/runtime.server.ts'
import { randomIds } from '#app/shared/ids.ts'
import { enterFirstBody, FirstBody } from './first-body.ts'

const usage = 'npm run db:begin -- --name あおば市 --kind 市町村 --code 991007 --admin "見本 太郎" --mail admin@example.jp'

function readFacts() {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { name: text, kind: text, code: text, admin: text, mail: text } })
  const read = FirstBody.safeParse(values)
  if (read.success) return read.data
  throw new Error([...read.error.issues.map(({ message }) => `${message}。`), `例：${usage}`].join('\n'))
}

async function begin(): Promise<void> {
  const facts = readFacts()
  const env = readEnv(process.env)
  if (env.demo) throw new Error('デモには、自治体がもう用意されています。')
  const database = await openDatabase(env)
  try {
    const { pending } = await migrationState(database)
    if (pending.length > 0) throw new Error('データベースが古いままです。先に npm run db:migrate を実行してください。')
    setRuntime({ env, database, clock: systemClock, keys: deriveKeys(env.key ?? readOrMakeSecret(env.dataDir)) })
    await enterFirstBody(database, { clock: systemClock, ids: randomIds(systemClock) }, facts)
  } finally {
    await database.close()
  }
  console.log(`${facts.name}と管理者を登録しました。npm start のあと、パスワードを決めるメールが ${facts.mail} に届きます（24時間のうちに、1回だけ使えます）。`)
}

try {
  await begin()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
process.exit()
