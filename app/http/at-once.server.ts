import type { RequestHandler } from 'express'
import type { ShownCard } from '#app/access/actor.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { here } from '#app/platform/here.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import type { Ids } from '#app/shared/clock.ts'
import { randomIds } from '#app/shared/ids.ts'
import { isRefused, type Result } from '#app/shared/result.ts'
import { cookieIn, flashCookie } from './cookies.server.ts'
import { pathOf } from './path-of.server.ts'

/** A button without fields, pressed by whoever shows a card; pressed twice it is pressed once. */
export interface AtOnce {
  /** The page the button stands on, which shows afterwards what is so. */
  path: string
  act: (shown: { actor: ShownCard; ids: Ids }) => Promise<Result<unknown>>
  /** What that page says when it could not be done. */
  failed: string
}

/**
 * Answers the button before the framework reads the request. Always leads back to the page: that one says what was
 * done, or that this card is not in force.
 */
export function answerAtOnce({ path, act, failed }: AtOnce): RequestHandler {
  return async function answer(request, response, next) {
    if (request.method !== 'POST' || pathOf(request) !== path) return next()
    const token = cookieIn(request.headers.cookie, 'yr_card')
    const failure = token && (await failureOf(act, sha256(token)))
    if (failure) {
      log.error('http.atOnce', failure)
      response.setHeader('Set-Cookie', flashCookie(failed))
    }
    response.setHeader('Location', path)
    response.status(303).end()
  }
}

/** Why it was not done, for the log; null when it was, or when this card opens nothing. */
async function failureOf(act: AtOnce['act'], cardHash: Uint8Array) {
  try {
    const result = await act({ actor: { kind: 'card', cardHash }, ids: randomIds(here().clock) })
    return isRefused(result) && result.refusal.code !== 'notFound' ? { code: result.refusal.code } : null
  } catch (error) {
    return errorFields(error)
  }
}
