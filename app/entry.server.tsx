import { PassThrough } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from '#app/ui/nonce.tsx'
import { errorFields, log } from '#app/platform/log.server.ts'

export { serve } from '#app/start.server.ts'

export const streamTimeout = 5_000

/** Draws a page on the server. The abort timer is cleared with the response, or it would keep every request alive. */
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
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </NonceProvider>
    )
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const body = new PassThrough()
        body.on('close', () => clearTimeout(timer))
        headers.set('Content-Type', 'text/html; charset=utf-8')
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
        pipe(body)
      },
      onShellError: reject,
      onError(error: unknown) {
        log.error('page.draw', errorFields(error))
      },
    })
    const timer = setTimeout(abort, streamTimeout + 1000)
  })
}

/** Unexpected errors of loaders and actions: logged by kind and place, shown as a general page. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) log.error('page.unexpected', errorFields(error))
}
