import { fiscalYearLabel, fiscalYear } from '#app/shared/fiscal-year.ts'
import { jpDateWithYear, type TokyoDay } from '#app/shared/tokyo-day.ts'
import type { EntryRow, HolderFacts, OwnEntry } from '../views.ts'
import type { EntryState } from '../domain/entry-lifecycle.ts'
import type { HelpDesk } from '#app/shared/frame.ts'

const stateWords: Record<EntryState, string> = { active: '登録中', paused: 'お休み中', ended: '終わりました' }
const listed = (yes: boolean) => (yes ? 'のせる' : 'のせない')
const kanaRows = ['ア', 'カ', 'サ', 'タ', 'ナ', 'ハ', 'マ', 'ヤ', 'ラ', 'ワ']

interface Search {
  q: string
  row: string | null
  page: number
}

/** A name never stands in an address. */
function address({ row, page }: Search): string {
  const query = new URLSearchParams()
  if (row) query.set('row', row)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/desk/roster?${query.toString()}` : '/desk/roster'
}

/** The roster of the year in the order of kana. */
export function presentEntries(found: { rows: EntryRow[]; total: number }, search: Search, today: TokyoDay) {
  const pages = Math.max(1, Math.ceil(found.total / 25))
  const previous = search.page > 1 ? address({ ...search, page: search.page - 1 }) : null
  const next = search.page < pages ? address({ ...search, page: search.page + 1 }) : null
  return {
    year: fiscalYearLabel(fiscalYear(today)),
    q: search.q,
    address: address({ ...search, page: 1 }),
    total: found.total,
    rowTabs: [
      { label: 'すべて', href: address({ ...search, row: null, page: 1 }), current: search.row === null },
      ...kanaRows.map((row) => ({ label: `${row}行`, href: address({ ...search, row, page: 1 }), current: search.row === row })),
    ],
    pager: { previous, next, words: `${search.page}／${pages}ページ` },
    rows: found.rows.map((row) => ({
      key: row.id,
      registrationNo: row.registrationNo,
      name: row.name,
      kana: row.kana,
      workingName: row.workingName ?? '—',
      homeArea: row.homeArea ?? '—',
      phone: listed(row.allowed.phone),
      address: listed(row.allowed.address),
      peer: listed(row.allowed.peer),
      state: row.state === 'paused' ? stateWords.paused : stateWords[row.state],
      heldBy: row.heldBy === 0 ? 'なし' : `${row.heldBy}`,
      href: `/desk/consents/${row.consentId}`,
    })),
  }
}

function holderLine(holder: HolderFacts): string {
  const { recall, releasedOn } = holder
  if (!recall) return `${jpDateWithYear(releasedOn)}にお渡ししました`
  return recall.acknowledgedOn
    ? `${jpDateWithYear(recall.acknowledgedOn)}に、消したと返事がありました`
    : `${jpDateWithYear(recall.requestedOn)}に、消すように伝えました。返事を待っています`
}

interface OwnRoster {
  entries: OwnEntry[]
  holders: HolderFacts[]
  desk: HelpDesk | null
  toBegin: { completionId: string; bodyName: string }[]
  consents: { id: string; bodyName: string; state: string }[]
}

/** One's own registration, who holds the data, and the way to begin or to go on. */
export function presentOwnRoster({ entries, holders, desk, toBegin, consents }: OwnRoster) {
  const reading = consents.filter((consent) => consent.state === 'explained')
  return {
    entries: entries.map((entry) => ({
      key: entry.id,
      title: `${entry.bodyName}の名簿`,
      facts: [
        { name: '登録番号', value: entry.registrationNo },
        { name: 'ようす', value: stateWords[entry.state] },
        { name: '期間', value: `${jpDateWithYear(entry.validFrom)}から ${jpDateWithYear(entry.validTo)}まで` },
        { name: '活動名', value: entry.workingName ?? '決めていません' },
        { name: '地域', value: entry.homeArea ?? '決めていません' },
      ],
    })),
    holders: holders.map((holder) => ({ name: holder.name, value: holderLine(holder) })),
    consents: consents.map((consent) => ({
      href: `/my/consent/${consent.id}`,
      label: consent.state === 'explained' ? '登録の説明の続きを読む' : '登録と同意',
      note: consent.state === 'withdrawn' ? `${consent.bodyName}　取りやめました` : consent.bodyName,
    })),
    begin: toBegin.map(({ completionId, bodyName }) => ({ completionId, bodyName })),
    isEmpty: entries.length === 0,
    emptyText: reading.length > 0
      ? '登録の説明を読んでいるところです。急ぐことはありません。'
      : 'まだ名簿に登録していません。登録しなくても、研修の修了はそのままです。',
    help: desk,
  }
}
