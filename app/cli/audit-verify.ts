// Reckons every audit chain anew, row by row, and keeps for the pages that it was done. Prints one line for each; ends with 1 and names the first wrong row.
import { brokenWords } from '#app/features/oversight/messages.ts'
import { migrationState } from '#app/platform/db/migrations.server.ts'
import { type Database, openDatabase } from '#app/platform/db/open.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { jpDateTime } from '#app/shared/tokyo-day.ts'

interface Chain {
  chain: string
  name: string | null
  seq: bigint | null
  head: string | null
  badSeq: bigint | null
  why: string | null
  at: Date | null
  action: string | null
}

function chains(database: Database): Promise<Chain[]> {
  return database.asOwner((tx) => tx.$queryRaw<Chain[]>`
    select v.chain, b.name, v.seq, encode(v.hash, 'hex') as head, v.bad_seq as "badSeq", v.why, l.at, l.action
      from app.audit_verify_and_keep() v
      left join body b on b.id::text = v.chain
      left join audit_log l on l.chain = v.chain and l.seq = v.bad_seq
     order by v.chain`)
}

function line({ chain, name, seq, head, badSeq, why, at, action }: Chain): string {
  const whose = name ?? (chain === 'system' ? 'システム全体' : chain)
  if (why === null) return `正常　${whose}　${seq ?? 0}件　最後の照合値 ${head?.slice(0, 16) ?? 'なし'}`
  const row = at && action ? `（${jpDateTime(at)}　${action}）` : ''
  return `異常　${whose}　${badSeq ?? 0}番：${brokenWords[why] ?? why}${row}`
}

async function verify(database: Database): Promise<boolean> {
  const { pending } = await migrationState(database)
  if (pending.length > 0) throw new Error('データベースが古いままです。先に npm run db:migrate を実行してください。')
  const found = await chains(database)
  for (const chain of found) console.log(line(chain))
  const broken = found.filter(({ why }) => why !== null).length
  console.log(broken > 0 ? `${found.length}本のうち${broken}本が切れています。` : `${found.length}本とも、抜け・書きかえはありません。`)
  return broken === 0
}

try {
  const database = await openDatabase(readEnv(process.env, { serves: false }))
  if (!(await verify(database))) process.exitCode = 1
  await database.close()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
process.exit()
