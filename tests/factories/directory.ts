import { signedIn } from '#app/platform/session.server.ts'
import { logIn } from '#app/features/directory/commands/log-in.server.ts'
import type { Clock } from '#app/shared/clock.ts'
import { demoPassword, type Hatted } from './world.ts'
import { must } from './must.ts'

/** The Cookie header of a staff member who has just logged in. */
export async function loggedIn(hat: Pick<Hatted, 'email'>, clock: Clock): Promise<string> {
  const { cookie } = must(await logIn({ clock }, { email: hat.email, password: demoPassword, address: '127.0.0.1' }))
  return cookie.split(';')[0]!
}

/** Who is behind a Cookie header now. */
export async function whoIs(cookieHeader: string, clock: Clock) {
  return signedIn(cookieHeader, clock.now())
}
