import { goOn } from '#app/http/answers.server.ts'
import { forgetCookie } from '#app/http/cookies.server.ts'

/** 「すぐに閉じる」: this device forgets the card, whatever state it is in, and shows the neutral page. */
export function action() {
  return goOn('/closed', undefined, [forgetCookie('yr_card')])
}

/** Whoever opens the address itself only goes to the neutral page. */
export function loader() {
  return goOn('/closed')
}
