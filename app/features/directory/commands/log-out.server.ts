import { endSession } from '#app/platform/session.server.ts'

/** Ends the session. @returns the headers that make the browser forget what it has seen */
export async function logOut(cookieHeader: string | null): Promise<{ cookie: string; clear: string }> {
  return { cookie: await endSession(cookieHeader), clear: '"cache", "cookies", "storage"' }
}
