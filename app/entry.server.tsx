import { Writable } from 'node:stream'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from '#app/ui/nonce.tsx'
import { errorFields, log } from '#app/platform/log.server.ts'

export { serve } from '#app/start.server.ts'

export const streamTimeout = 5_000

/** Draws a page on the server. It leaves in one piece: pieces would each be packed and sent by themselves. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const nonce = String(loadContext.nonce ?? '')
  return new Promise((resolve, reject) => {
    const page = (
      <NonceProvider value={nonce}>
        <RemixServer context={withItsOwnRoutes(context)} url={request.url} nonce={nonce} />
      </NonceProvider>
    )
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        pipe(collected((html) => {
          // A timer that is left would keep every request alive.
          clearTimeout(timer)
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(html, { headers, status }))
        }))
      },
      onShellError: reject,
      onError(error: unknown) {
        log.error('page.draw', errorFields(error))
      },
    })
    const timer = setTimeout(abort, streamTimeout + 1000)
  })
}

/** A page is drawn from the routes it stands on; to find them again among all addresses costs more than a table. */
function withItsOwnRoutes(context: EntryContext): EntryContext {
  const routes: EntryContext['manifest']['routes'] = {}
  for (const { route } of context.staticHandlerContext.matches) {
    const own = context.manifest.routes[route.id]
    if (own) routes[route.id] = own
  }
  return { ...context, manifest: { ...context.manifest, routes } }
}

/** Something to write into; what was written is handed over when it is all there. */
function collected(done: (whole: Uint8Array<ArrayBuffer>) => void): Writable {
  const parts: Buffer[] = []
  return new Writable({
    write(part: Buffer, _encoding, next) {
      parts.push(withoutZeros(part))
      next()
    },
    final(next) {
      done(Buffer.concat(parts))
      next()
    },
  })
}

/**
 * React writes pages in pieces of 2048 bytes and fills a piece up with zeros where a letter of several bytes does not
 * fit; a zero that somebody typed is drawn as it stands. No page holds either: a zero byte is part of no other letter.
 */
function withoutZeros(part: Buffer): Buffer {
  let end = part.length
  while (end > 0 && part[end - 1] === 0) end -= 1
  const written = part.subarray(0, end)
  return written.includes(0) ? Buffer.from(written.filter((byte) => byte !== 0)) : written
}

/** Unexpected errors of loaders and actions: logged by kind and place, shown as a general page. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) log.error('page.unexpected', errorFields(error))
}
