import { notFound } from '#app/http/answers.server.ts'
import type { Audience } from '#app/http/actor.server.ts'
import { resource } from '#app/http/page.server.ts'
import { getDocumentFile } from '#app/features/correspondence/queries.server.ts'
import { fiscalYearCode } from '#app/shared/fiscal-year.ts'

const readers: Record<string, Audience> = { my: 'supporter', card: 'client', desk: 'staff' }

/** As whom the reader opens it: the address says so, and the door checks it. */
function audienceOf(url: URL): Audience {
  return readers[url.searchParams.get('as') ?? 'desk'] ?? 'staff'
}

/** A document that is being drawn: come back in a moment. */
function comingSoon(): Response {
  const page = '<!doctype html><html lang="ja"><meta charset="utf-8"><title>書面をつくっています｜よりそい</title><main><h1>書面をつくっています</h1><p>数秒で開きます。このままお待ちください。</p></main></html>'
  return new Response(page, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': '2', Refresh: '2' } })
}

export const loader = resource({ audience: audienceOf, action: 'document.view' }, async ({ ctx, params }) => {
  const found = await getDocumentFile(ctx, params.documentId ?? '')
  if (!found) return null
  if (found.state === 'coming') return comingSoon()
  if (found.state !== 'ready') throw notFound()
  const name = `${found.kind}-${fiscalYearCode(found.fiscalYear)}-${String(found.no).padStart(4, '0')}.pdf`
  return new Response(found.bytes, {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"` },
  })
})
