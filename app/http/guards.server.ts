import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import { log } from '#app/platform/log.server.ts'
import { pathOf } from './path-of.server.ts'

const formLimit = 256 * 1024
const uploadLimit = 12 * 1024 * 1024
const secretPaths = /^\/(link|card|check)\/.+/i
/** The addresses with a field for a file: the paper of a consent, its scan at the desk, a document to be compared. */
const uploadPaths = /^\/(my\/consent\/[^/]+\/paper|desk\/consents\/[^/]+|check)\/?$/i

/** The path as a log may hold it: tokens and codes in addresses are left out. */
export function loggablePath(request: Request): string {
  const path = pathOf(request)
  const matched = secretPaths.exec(decodeURIComponent(path))
  return matched ? `/${matched[1]}/…` : path
}

/** Security headers on every answer, errors and files included; the nonce goes to the page. */
export function securityHeaders(https: boolean) {
  return function headers(_request: Request, response: Response, next: NextFunction): void {
    const nonce = randomBytes(16).toString('base64')
    response.locals.nonce = nonce
    response.setHeader('Content-Security-Policy', policyText(nonce))
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    response.setHeader('X-Robots-Tag', 'noindex')
    response.setHeader('Cache-Control', 'no-store')
    if (https) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
    next()
  }
}

function policyText(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * Refuses every change that does not come from a page of ours, before the framework sees it: it has
 * no check of its own for routes without a page. Compared with the configured origin, never with Host.
 */
export function sameOriginOnly(publicOrigin: string) {
  return function guard(request: Request, response: Response, next: NextFunction): void {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const site = request.get('sec-fetch-site')
    const origin = request.get('origin')
    // Browsers that name the site are believed; older ones, and all over plain http, send the origin alone.
    if (site === undefined ? origin === publicOrigin : site === 'same-origin') {
      // Decided here: behind a proxy the framework's own check compares with an address that is not the public one.
      delete request.headers.origin
      return next()
    }
    log.warn('http.foreignPost', { path: loggablePath(request) })
    plain(response, 403, 'ほかの場所から送られた操作のため、受け付けませんでした。画面を開き直してください。')
  }
}

const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i

/** Answers bodies that are too large or no form without reading them, and methods that no page has. */
export function bodyLimits(request: Request, response: Response, next: NextFunction): void {
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) {
    return plain(response, 405, 'この方法では開けません。')
  }
  const multipart = request.get('content-type')?.startsWith('multipart/form-data') ?? false
  const limit = multipart && uploadPaths.test(pathOf(request)) ? uploadLimit : formLimit
  const length = Number(request.get('content-length') ?? 0)
  const chunked = request.get('transfer-encoding') !== undefined
  if (request.method === 'POST' && (chunked || length > limit)) {
    response.setHeader('Connection', 'close')
    return plain(response, 413, '送られた内容が大きすぎます。文章を短くするか、小さいファイルを選んでください。')
  }
  if (request.method === 'POST' && !formTypes.test(request.get('content-type') ?? '')) {
    response.setHeader('Connection', 'close')
    return plain(response, 415, 'この形では受け取れません。画面を開き直して、もう一度お試しください。')
  }
  response.once('finish', () => dropRest(request))
  next()
}

/** What nobody read of a body is let in and forgotten: a browser hears an answer only once it has sent everything. */
function dropRest(request: Request): void {
  if (request.complete) return
  request.removeAllListeners('data')
  request.resume()
}

/** The framework's route manifest costs seconds for one request and is not used; what is no text is no address. */
export function closedPaths(request: Request, response: Response, next: NextFunction): void {
  const path = pathOf(request)
  if (path === '' || path === '/__manifest' || !isText(path)) return plain(response, 404, '見つかりませんでした。')
  next()
}

function isText(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

function plain(response: Response, status: number, sentence: string): void {
  response.status(status).type('text/plain; charset=utf-8').send(sentence)
}
