import { databaseAnswered } from '#app/platform/db/before-entering.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'

const patienceMs = 2_000

/** True when the database answers a question within two seconds. */
export async function databaseAnswers(): Promise<boolean> {
  let alarm: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    alarm = setTimeout(() => resolve(false), patienceMs)
  })
  try {
    return await Promise.race([asked(), late])
  } finally {
    clearTimeout(alarm)
  }
}

async function asked(): Promise<boolean> {
  try {
    await databaseAnswered()
    return true
  } catch (error) {
    log.warn('health.database', errorFields(error))
    return false
  }
}
