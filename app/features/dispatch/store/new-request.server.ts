import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { sealField, sealOptional } from '#app/platform/fields.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { PartyKind, PeerWish, Slot, Wish } from '../domain/request.ts'
import { avoidHash } from './avoid.server.ts'
import type { Hopes } from './request.server.ts'

/** A request about to be written. */
export interface NewRequest {
  requestId: string
  bodyId: string
  caseId: string
  fiscalYear: number
  no: number
  wish: Wish
  ladder: number
  purpose: string
  meeting: string | null
  supporter: string | null
  peer: PeerWish
  area: string | null
  slots: Slot[]
  avoidPeople: string | null
  avoidPlaces: string | null
  receivedBy: string
}

/** A party about to be written: the name to use for the dispatch side, everything else sealed. */
export interface NewParty {
  kind: PartyKind
  casePersonId: string
  callName: string
  name: string | null
  phone: string | null
  address: string | null
  rules: { name: string; text: string }[]
}

/** Writes the request, the hours wished for and the hashes of what to avoid. */
export async function insertRequest(tx: Tx, ctx: Ctx, row: NewRequest): Promise<void> {
  const { requestId, bodyId, caseId, wish, area } = row
  const hopes: Hopes = { meeting: row.meeting, supporter: row.supporter }
  await tx.dispatchRequest.createMany({
    data: [
      {
        id: requestId, bodyId, caseId, wish, area,
        receiptFy: row.fiscalYear,
        receiptNo: row.no,
        ladderMax: row.ladder,
        wantsPeer: row.peer,
        purposeEnc: sealField('dispatch_request.purpose', requestId, row.purpose),
        hopeEnc: sealField('dispatch_request.hope', requestId, JSON.stringify(hopes)),
        state: 'received',
        receivedAt: ctx.clock.now(),
        receivedBy: row.receivedBy,
      },
    ],
  })
  await tx.requestSlot.createMany({ data: row.slots.map((slot) => ({ requestId, bodyId, ...slot })) })
  const avoid = [...linesOf(row.avoidPeople, 'person'), ...linesOf(row.avoidPlaces, 'place')]
  await tx.requestAvoid.createMany({
    data: avoid.map(({ kind, hash }) => ({ id: ctx.ids.next(), requestId, bodyId, kind, hash })),
    skipDuplicates: true,
  })
}

function linesOf(text: string | null, kind: 'person' | 'place') {
  const lines = (text ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return lines.map((line) => ({ kind, hash: avoidHash(kind, line) }))
}

/** Writes the parties; what the dispatch side may read by name is the name to use alone. */
export async function insertParties(
  tx: Tx,
  ctx: Ctx,
  of: { requestId: string; bodyId: string },
  parties: NewParty[],
): Promise<void> {
  const rows = parties.map((party) => ({ ...party, id: ctx.ids.next() }))
  await tx.dispatchParty.createMany({
    data: rows.map(({ id, kind, callName }) => ({ ...of, id, kind, callName })),
  })
  await tx.dispatchPartyPrivate.createMany({
    data: rows.map(({ id, casePersonId, name, phone, address, rules }) => ({
      partyId: id,
      bodyId: of.bodyId,
      casePersonId,
      nameEnc: sealOptional('dispatch_party_private.name', id, name),
      phoneEnc: sealOptional('dispatch_party_private.phone', id, phone),
      addressEnc: sealOptional('dispatch_party_private.address', id, address),
      rulesEnc: rules.length > 0 ? sealField('dispatch_party_private.rules', id, JSON.stringify(rules)) : null,
    })),
  })
}
