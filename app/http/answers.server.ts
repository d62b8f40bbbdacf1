import { redirect } from '@remix-run/node'
import { flashCookie } from './cookies.server.ts'

/** The page for something that is not there, or not for this reader: the two look the same. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}

/** The same where no page is drawn around it: in place of a file. */
export function fileNotFound(): Response {
  const page =
    '<!doctype html><html lang="ja"><meta charset="utf-8"><title>見つかりません｜よりそい</title><main>' +
    '<h1>見つかりませんでした</h1><p>この書面は、ないか、いまのログインでは開けません。</p></main></html>'
  return new Response(page, { status: 404, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

/** The page for a link or card that can no longer be used. */
export function gone(): Response {
  return new Response(null, { status: 410, statusText: 'Gone' })
}

/** The page for a body that is no form, though it says so. */
export function unreadable(): Response {
  return new Response(null, { status: 400, statusText: 'Bad Request' })
}

/** Only addresses of our own: one slash, no scheme, no host, no backslash. */
export function ownPath(text: string | null | undefined, otherwise: string): string {
  const harmless = text && /^\/(?![/\\])[\w\-./?=&%~#]*$/.test(text)
  return harmless ? text : otherwise
}

/** Goes on to the next page (303), with a sentence to show there once. */
export function goOn(to: string, flash?: string, cookies: string[] = []): Response {
  const headers = new Headers()
  if (flash) headers.append('Set-Cookie', flashCookie(flash))
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return redirect(to, { status: 303, headers })
}
