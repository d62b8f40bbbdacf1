import { secretOfCard } from '#app/features/dispatch/queries/printed-card.server.ts'
import { gone, goOn } from '#app/http/answers.server.ts'
import { setCookie } from '#app/http/cookies.server.ts'
import { page } from '#app/http/page.server.ts'

/** How long this device keeps the card open; 「すぐに閉じる」 ends it at once. */
const keptSeconds = 12 * 3600

/** The card's address, long or as a short code: it opens the client's page and changes nothing. */
export const loader = page({ audience: 'public', action: 'card.enter' }, async ({ ctx, params }) => {
  const secret = await secretOfCard(ctx, params.token ?? '')
  if (!secret) throw gone()
  return goOn('/card', undefined, [setCookie('yr_card', secret, keptSeconds)])
})

/** Never drawn: the address leads on, or says that it can no longer be used. */
export default function Enter() {
  return null
}
