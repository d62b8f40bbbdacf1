import { may } from '#app/access/policy.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import { kanaSortKey, nameSearchKey, toKatakana } from '#app/shared/kana.ts'
import type { EntryState } from '../domain/entry-lifecycle.ts'
import { registrationNo } from '../store/numbers.ts'
import type { EntryRow } from '../views.ts'

export const rowsOnPage = 25
/** Sorts after every text that begins like the prefix: ranges use the index under row-level security, LIKE does not. */
const after = '\u{10ffff}'
const kanaRows = ['ア', 'カ', 'サ', 'タ', 'ナ', 'ハ', 'マ', 'ヤ', 'ラ', 'ワ'] as const
export type KanaRow = (typeof kanaRows)[number]

export interface EntrySearch {
  /** The beginning of a name or reading; empty for all. */
  q: string
  /** あかさたな: the first sound's row, or null for all. */
  row: KanaRow | null
  /** From 1. */
  page: number
}

/** True for a text that is one of the rows of the kana table. */
export function isKanaRow(text: string | null): text is KanaRow {
  return text !== null && (kanaRows as readonly string[]).includes(text)
}

function searchWhere({ q, row }: Pick<EntrySearch, 'q' | 'row'>) {
  const typed = q.slice(0, 60)
  const [kana, name] = [kanaSortKey(toKatakana(typed)).split('\t')[0]!, nameSearchKey(typed)]
  const prefix = typed === '' ? {} : {
    OR: [
      { kanaSort: { gte: kana, lt: `${kana}${after}` } },
      { nameSearch: { gte: name, lt: `${name}${after}` } },
    ],
  }
  if (!row) return prefix
  const next = kanaRows[kanaRows.indexOf(row) + 1]
  return { AND: [prefix, { kanaSort: { gte: row, lt: next ?? after } }] }
}

/** This year's roster in the order of kana, found by the beginning of name or reading; the reading is audited. */
export async function listEntries(ctx: Ctx, search: EntrySearch): Promise<{ rows: EntryRow[]; total: number } | null> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !may(actor, 'roster.view', { bodyId: actor.bodyId })) return null
  const { bodyId } = actor
  const where = { bodyId, fiscalYear: fiscalYear(ctx.clock.today()), ...searchWhere(search) }
  return withActor(ctx, async (tx) => {
    const total = await tx.rosterEntry.count({ where })
    const rows = await tx.rosterEntry.findMany({
      where,
      orderBy: [{ kanaSort: 'asc' }, { id: 'asc' }],
      skip: (search.page - 1) * rowsOnPage,
      take: rowsOnPage,
      include: {
        consent: { select: { allowPhone: true, allowAddress: true, allowPeer: true } },
        provisionEntries: { where: { releasedAt: { not: null }, recallRequestedAt: null }, select: { recipientId: true } },
      },
    })
    await auditRead(tx, { action: 'roster.list', entity: 'body', id: bodyId, detail: { rows: rows.length, page: search.page } })
    return {
      total,
      rows: rows.map((row) => ({
        id: row.id,
        personId: row.personId,
        consentId: row.consentId,
        registrationNo: registrationNo(row.fiscalYear, row.registrationNo),
        name: row.name,
        kana: row.kana,
        workingName: row.workingName,
        homeArea: row.homeArea,
        state: row.state as EntryState,
        validTo: fromDateColumn(row.validTo),
        allowed: { phone: row.consent.allowPhone, address: row.consent.allowAddress, peer: row.consent.allowPeer },
        heldBy: new Set(row.provisionEntries.map((entry) => entry.recipientId)).size,
      })),
    }
  })
}
