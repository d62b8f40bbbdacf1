import { issueDocument } from '#app/features/correspondence/store.server.ts'
import { deskOf } from '#app/features/directory/queries.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openOptional } from '#app/platform/fields.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'
import { differences } from '../domain/differences.ts'
import { listDocument, type ProfileLine } from '../provided-list.ts'
import type { ProvisionHead } from '../views.ts'
import { itemsOfRow, previousTo } from './previous.server.ts'
import { termsOfVersion } from './terms.server.ts'

/** Issues the printed list with its covering letter (S3 第3-2(2)イ). */
export async function issueList(
  tx: Tx,
  ctx: Ctx,
  head: ProvisionHead,
  people: { personId: string; items: string; line: ProfileLine }[],
): Promise<string> {
  const row = await tx.provision.findUniqueOrThrow({ where: { id: head.id }, select: { termsId: true, expiresOn: true } })
  const words = await termsOfVersion(tx, row.termsId!)
  const desk = await deskOf(tx, head.bodyId, ctx.clock.today())
  const before = await previousTo(tx, head)
  const diff = before && differences(before.people, people.map(({ personId, items, line }) => ({
    personId, items, registrationNo: line.registrationNo,
  })))
  const contact = { office: desk?.name ?? head.bodyName, phone: desk?.phone ?? null, email: desk?.mail ?? null }
  const { id } = await issueDocument(tx, ctx, {
    kind: 'provisionList',
    bodyId: head.bodyId,
    subject: { provisionId: head.id, recipientId: head.recipientId },
    data: listDocument({
      provisionNo: head.no,
      providedOn: head.deliveredAt ? tokyoDay(head.deliveredAt) : ctx.clock.today(),
      expiresOn: fromDateColumn(row.expiresOn),
      provider: { body: head.bodyName, headPost: words.headPost, headName: words.headName, contact },
      recipient: { body: head.recipientName, addressee: `${head.recipientName}長` },
      purpose: head.purpose,
      basis: words.basis,
      method: words.method,
      terms: words.terms,
      safeguard: words.safeguard,
      since: before && diff && {
        provisionNo: before.no, providedOn: before.deliveredOn,
        added: diff.added.length, changed: diff.changed.length, withdrawn: diff.gone.length,
      },
      receipt: head.acceptedAt ? { receivedOn: tokyoDay(head.acceptedAt), by: head.recipientName } : null,
      items: head.items,
    }, people.map(({ line }) => line)),
  })
  return id
}

/** The lines of a provision that stands, without whoever withdrew; for drawing its list anew. */
export async function standingLines(tx: Tx, head: ProvisionHead) {
  const rows = await tx.provisionEntry.findMany({
    where: { provisionId: head.id, releasedAt: { not: null }, recallRequestedAt: null },
    include: { provisionProfiles: true, rosterEntry: { include: { consent: true } } },
    orderBy: { rosterEntry: { kanaSort: 'asc' } },
  })
  return rows.flatMap(({ personId, provisionProfiles: [profile], rosterEntry }) => {
    if (!profile || profile.hiddenAt) return []
    const line: ProfileLine = {
      registrationNo: profile.registrationNo, name: profile.name, kana: profile.kana,
      workingName: profile.workingName, area: profile.homeArea || null,
      phone: openOptional('provision_profile.phone', profile.entryId, profile.phoneEnc),
      address: openOptional('provision_profile.address', profile.entryId, profile.addressEnc),
      peer: profile.isPeer,
    }
    return [{ personId, items: itemsOfRow(head.items, rosterEntry.consent), line }]
  })
}
