import type { ActionFunctionArgs } from '@remix-run/node'
import { goOn } from '#app/http/answers.server.ts'
import { forgetCookie } from '#app/http/cookies.server.ts'
import { enter, resource } from '#app/http/page.server.ts'

/** For whoever holds the device: the card itself is not asked for, it may have ended long ago. */
const door = { audience: 'public', action: 'card.close' } as const

/** 「すぐに閉じる」: this device forgets the card, whatever state it is in, and shows the neutral page. */
export async function action(args: ActionFunctionArgs) {
  await enter(door, args)
  return goOn('/closed', undefined, [forgetCookie('yr_card')])
}

/** Whoever opens the address itself only goes to the neutral page. */
export const loader = resource(door, async () => goOn('/closed'))
