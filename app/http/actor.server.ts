import type { Actor, LinkPurpose, StaffActor } from '#app/access/actor.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { cardBehind, linkBehind } from '#app/platform/db/before-entering.server.ts'
import { here } from '#app/platform/here.server.ts'
import { type Hat, type SignedIn, signedIn } from '#app/platform/session.server.ts'
import { gone, goOn, notFound } from './answers.server.ts'
import { readCookie } from './cookies.server.ts'

/** Whom an address is for. */
export type Audience = 'public' | 'supporter' | 'staff' | 'client' | 'link'

/** Who sent the request, and what the page's frame may say of them. */
export interface Present {
  actor: Actor
  person: SignedIn | null
  hat: Hat | null
}

/**
 * Finds out who is asking.
 * @throws a redirect to /login (staff, supporter), 410 (client, link) or 404 (another hat is needed)
 */
export async function present(request: Request, audience: Audience, purpose?: LinkPurpose): Promise<Present> {
  if (audience === 'client') return { actor: await cardActor(request), person: null, hat: null }
  if (audience === 'link') return { actor: await linkActor(request, purpose), person: null, hat: null }
  const person = await signedIn(request.headers.get('cookie'), here().clock.now())
  if (audience === 'public') return { actor: { kind: 'visitor' }, person, hat: null }
  if (!person) throw toLogin(request)
  if (audience === 'supporter') {
    return { actor: { kind: 'supporter', personId: person.personId }, person, hat: null }
  }
  const hat = wornHat(person)
  if (!hat) throw person.hats.length > 0 ? goOn('/hat') : notFound()
  return { actor: staffActor(person, hat), person, hat }
}

function wornHat(person: SignedIn): Hat | null {
  const chosen = person.hats.find((hat) => hat.membershipId === person.membershipId)
  return chosen ?? (person.hats.length === 1 ? (person.hats[0] ?? null) : null)
}

function staffActor(person: SignedIn, hat: Hat): StaffActor {
  const { membershipId, bodyId, role } = hat
  return { kind: 'staff', personId: person.personId, membershipId, bodyId, role }
}

function toLogin(request: Request): Response {
  const { pathname } = new URL(request.url)
  return goOn(request.method === 'GET' ? `/login?to=${encodeURIComponent(pathname)}` : '/login')
}

async function cardActor(request: Request): Promise<Actor> {
  const token = readCookie(request, 'yr_card')
  const cardHash = token ? sha256(token) : null
  const found = cardHash && (await cardBehind(cardHash))
  if (!found) throw gone()
  return { kind: 'card', cardHash, ...found }
}

async function linkActor(request: Request, purpose: LinkPurpose | undefined): Promise<Actor> {
  const token = readCookie(request, 'yr_link')
  if (!token || !purpose) throw gone()
  const linkHash = sha256(token)
  const found = await linkBehind(linkHash, purpose)
  if (!found) throw gone()
  return { kind: 'link', linkHash, purpose, personId: found.personId }
}
