import { readdirSync } from 'node:fs'
import path from 'node:path'
import { constants } from 'node:zlib'
import type { Server } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import type { Env } from '#app/platform/env.server.ts'
import { requestBegins } from '#app/platform/jobs/calm.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { type AtOnce, answerAtOnce } from './at-once.server.ts'
import { bodyLimits, closedPaths, loggablePath, sameOriginOnly, securityHeaders } from './guards.server.ts'
import { pathOf } from './path-of.server.ts'
import { sectionsOf } from './sections.server.ts'

/** One step below the library's: half the time for a page, 7 % more bytes. */
const packing = 3

/** The web server: guards first, then what may not wait, then files, then the pages. */
export function createApp(build: ServerBuild, env: Env, atOnce: readonly AtOnce[]): Express {
  const app = express()
  app.disable('x-powered-by')
  // One proxy of ours and no more: what stands further left in its header was written by the client.
  app.set('trust proxy', env.trustProxy ? 1 : false)
  app.use(securityHeaders(env.publicOrigin.startsWith('https:')))
  app.use(closedPaths, sameOriginOnly(env.publicOrigin), bodyLimits, accessLog, clientAddress, goesFirst)
  for (const button of atOnce) app.use(answerAtOnce(button))
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: packing } } }))
  const client = path.resolve(build.assetsBuildDirectory)
  app.use('/assets', express.static(path.join(client, 'assets'), { immutable: true, maxAge: '1y', index: false }))
  app.use(rootFiles(client))
  app.all('*', pages(build, env))
  app.use(lastResort)
  return app
}

/** The pages, each address among the routes of its own section. */
function pages(build: ServerBuild, env: Env): RequestHandler {
  const sectionOf = sectionsOf(build)
  const handlers = new Map<ServerBuild, RequestHandler>()
  function handlerOf(section: ServerBuild): RequestHandler {
    const known = handlers.get(section)
    if (known) return known
    const handler = createRequestHandler({
      build: section,
      mode: env.mode,
      getLoadContext: (_request, response) => ({ nonce: String(response.locals.nonce) }),
    })
    handlers.set(section, handler)
    return handler
  }
  return (request, response, next) => handlerOf(sectionOf(pathOf(request)))(request, response, next)
}

/** Starts listening; resolves with the server once it does. */
export function listen(app: Express, env: Env): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(env.port, env.host, () => resolve(server))
    server.once('error', reject)
  })
}

function accessLog(request: Request, response: Response, next: NextFunction): void {
  const from = process.hrtime.bigint()
  response.on('finish', () => {
    if (request.baseUrl === '/assets') return
    const ms = Number(process.hrtime.bigint() - from) / 1e6
    log.info('http', {
      method: request.method,
      path: loggablePath(request),
      status: response.statusCode,
      ms: Math.round(ms),
    })
  })
  next()
}

/** Background work waits while an answer is being made. */
function goesFirst(_request: Request, response: Response, next: NextFunction): void {
  response.once('close', requestBegins())
  next()
}

/** The few files beside the assets (icons, robots.txt); a page's address is not looked for on the disk. */
function rootFiles(folder: string) {
  const names = new Set(readdirSync(folder).map((name) => `/${name}`))
  const files = express.static(folder, { maxAge: '1h', index: false, redirect: false })
  return function file(request: Request, response: Response, next: NextFunction): void {
    if (names.has(request.path)) files(request, response, next)
    else next()
  }
}

/** The address for counting login attempts: ours to say, whatever the sender put there. */
function clientAddress(request: Request, _response: Response, next: NextFunction): void {
  request.headers['x-client-address'] = request.ip ?? ''
  next()
}

function lastResort(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) return next(error)
  log.error('http.unexpected', errorFields(error))
  response.status(500).type('text/plain; charset=utf-8')
  response.send('ただいま、この画面を開けません。時間をおいて、もう一度お試しください。')
}
