// A process of its own that sends the outbox, to be killed from outside. Says over IPC where it is.
import { drainJobs } from '#app/jobs.ts'
import { fixedClock } from '#app/platform/clock.server.ts'
import { deriveKeys } from '#app/platform/crypto.server.ts'
import { openDatabase } from '#app/platform/db/open.server.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { setMailer } from '#app/platform/mail/mailer.server.ts'
import { type Mailer, openMailer } from '#app/platform/mail/smtp.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { setRuntime } from '#app/platform/runtime.server.ts'
import type { StaffActor } from '#app/shared/actor.ts'
import { randomIds } from '#app/shared/ids.ts'

/** What the process is told by its parent. */
export interface SenderTask {
  /** `send`: sends what is due. `stopAfterAnswer`: stands still between the server's 250 and the commit. `order`: orders a mail and stands still before the commit. */
  mode: 'send' | 'stopAfterAnswer' | 'order'
  databaseUrl: string | null
  dataDir: string
  key: string
  smtpUrl: string
  at: string
  actor: StaffActor
}

/** Says that the place was reached and stays there; the timer keeps the process alive. */
function standStill(): Promise<never> {
  setInterval(() => undefined, 60_000)
  process.send?.('here')
  return new Promise<never>(() => undefined)
}

function standsStill(mailer: Mailer): Mailer {
  return {
    ...mailer,
    async send(mail) {
      await mailer.send(mail)
      await standStill()
    },
  }
}

async function run(task: SenderTask): Promise<void> {
  const env = readEnv({ NODE_ENV: 'test', PUBLIC_ORIGIN: 'http://localhost:3999', YORISOI_DATA: task.dataDir })
  const database = await openDatabase({ databaseUrl: task.databaseUrl ?? undefined, dataDir: task.dataDir })
  const clock = fixedClock(new Date(task.at))
  setRuntime({ env, database, clock, keys: deriveKeys(task.key) })
  const mailer = openMailer(task.smtpUrl, 'no-reply@yorisoi.example.jp')
  setMailer(task.mode === 'stopAfterAnswer' ? standsStill(mailer) : mailer)
  const ctx = { actor: task.actor, clock, ids: randomIds(clock) }
  if (task.mode === 'order') {
    await withActor(ctx, async (tx) => {
      await enqueueMail(tx, ctx, {
        bodyId: task.actor.bodyId, kind: 'account.passwordChanged', dedupeKey: 'never', to: 'never@mihon.example.jp',
        props: { changedAt: task.at },
      })
      await standStill()
    })
  }
  await drainJobs(ctx)
  mailer.close()
  await database.close()
}

await run(JSON.parse(process.argv[2] ?? '{}') as SenderTask)
process.disconnect?.()
