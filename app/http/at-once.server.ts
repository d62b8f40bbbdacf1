import type { RequestHandler } from 'express'
import type { ShownCard } from '#app/access/actor.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { here } from '#app/platform/here.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import type { Ids } from '#app/shared/clock.ts'
import { randomIds } from '#app/shared/ids.ts'
import { isRefused, type Result } from '#app/shared/result.ts'
import { cookieIn, flashCookie } from './cookies.server.ts'

/** A word that a card says with one button, without fields; said twice it is said once. */
export interface AtOnce {
  /** The page the button stands on, which shows afterwards what is so. */
  path: string
  act: (shown: { actor: ShownCard; ids: Ids }) => Promise<Result<unknown>>
  /** What that page says when it could not be done. */
  failed: string
}

/**
 * Answers the button of a card without the framework, which takes as long to read a form as the database to stop
 * everything. Always leads back to the page: that one says what was done, or that this card is not in force.
 */
export function answerAtOnce({ path, act, failed }: AtOnce): RequestHandler {
  return async function answer(request, response) {
    if (!(await said(cookieIn(request.headers.cookie, 'yr_card'), act))) response.setHeader('Set-Cookie', flashCookie(failed))
    response.setHeader('Location', path)
    response.status(303).end()
  }
}

/** False when the word was not taken, though the card may be in force. */
async function said(token: string | null, act: AtOnce['act']): Promise<boolean> {
  if (!token) return true
  try {
    const result = await act({ actor: { kind: 'card', cardHash: sha256(token) }, ids: randomIds(here().clock) })
    return !isRefused(result) || result.refusal.code === 'notFound'
  } catch (error) {
    log.error('http.atOnce', errorFields(error))
    return false
  }
}
