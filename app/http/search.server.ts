import type { Asked } from './page.server.ts'

/**
 * Answers a search whose words are personal data: they came in the body of the request, and the same page is drawn as
 * the answer. There is no address that holds them, so neither a history nor a log of addresses does.
 */
export function answerSearch({ context }: Asked, name: string | null): Response {
  context.searchedName = name
  return Response.json({ searched: true })
}

/** The name this page is drawn for; null when it was opened by its address. */
export function searchedName({ context }: Asked): string | null {
  return typeof context.searchedName === 'string' && context.searchedName !== '' ? context.searchedName : null
}
