import { page } from '#app/http/page.server.ts'

export const loader = page({ audience: 'public', action: 'page.unknown' }, async () => null)

/** Never drawn: what is not there is said by the page for errors, which only a page has. */
export default function NotFound() {
  return null
}
