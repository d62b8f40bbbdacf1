import { beginSession } from '#app/platform/session.server.ts'

/** Begins the session of somebody who has just proved their address and chosen a password. @returns the Set-Cookie header */
export async function openSession(personId: string): Promise<string> {
  return beginSession(personId, null)
}
