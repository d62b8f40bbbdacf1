import { errorFields, log } from '#app/platform/log.server.ts'
import { runtime } from '#app/platform/runtime.server.ts'

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
    await runtime().database.prisma.$queryRaw`select 1`
    return true
  } catch (error) {
    log.warn('health.database', errorFields(error))
    return false
  }
}
