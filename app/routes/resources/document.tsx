import type { Audience } from '#app/http/actor.server.ts'
import { resource } from '#app/http/page.server.ts'
import { documentNotices } from '#app/features/correspondence/messages.ts'
import { presentFileName } from '#app/features/correspondence/presenter.ts'
import { getDocumentFile } from '#app/features/correspondence/queries.server.ts'

const readers: Record<string, Audience> = { my: 'supporter', card: 'client', desk: 'staff' }

/** As whom the reader opens it: the address says so, and the door checks it. */
function audienceOf(url: URL): Audience {
  return readers[url.searchParams.get('as') ?? 'desk'] ?? 'staff'
}

/** A sentence instead of the file; `wait`: come back by yourself in a moment. */
function insteadOf(title: string, sentence: string, wait: boolean): Response {
  const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${title}｜よりそい</title><main><h1>${title}</h1><p>${sentence}</p></main></html>`
  const headers = { 'Content-Type': 'text/html; charset=utf-8', ...(wait ? { 'Retry-After': '2', Refresh: '2' } : {}) }
  return new Response(page, { status: 503, headers })
}

export const loader = resource({ audience: audienceOf, action: 'document.view' }, async ({ ctx, params }) => {
  const found = await getDocumentFile(ctx, params.documentId ?? '')
  if (!found) return null
  if (found.state !== 'ready') return insteadOf(...documentNotices[found.state], found.state === 'coming')
  return new Response(found.bytes, {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; ${presentFileName(found)}` },
  })
})
