import { randomUUID } from 'node:crypto'
import type { Chain } from './chain.ts'

/** The client's word about the whole request, as the card writes it. */
export function stopRow(one: Chain, change: object = {}) {
  return { id: randomUUID(), body_id: one.taker, request_id: one.request, party_id: one.party, channel: 'card', ...change }
}

/** A mail about the dispatch, waiting to leave. */
export function mail(one: Chain, kind: string) {
  const id = randomUUID()
  return { id, body_id: one.taker, dispatch_id: one.dispatch, kind, dedupe_key: id, payload_enc: Buffer.from('sealed') }
}
