import { hmac } from '#app/platform/crypto.server.ts'
import { here } from '#app/platform/here.server.ts'
import { nameSearchKey } from '#app/shared/kana.ts'

/**
 * The keyed hash of somebody or somewhere to avoid. Both sides' lists are hashed with the same key and
 * compared by the database alone; the text itself is kept nowhere.
 */
export function avoidHash(kind: 'person' | 'place', text: string): Uint8Array<ArrayBuffer> {
  return hmac(here().keys.personIndex, `avoid:${kind}:${nameSearchKey(text)}`)
}
