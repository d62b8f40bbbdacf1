import { parseDispatchNo } from '../domain/dispatch-no.ts'
import { isDispatchState } from '../domain/dispatch-lifecycle.ts'
import type { ListFilter } from '../facts/dispatch-list.ts'

const wishes = ['person', 'family', 'unknown'] as const
const lastPage = 4_000
const longestName = 50
// Controls and halves of characters are searched for by nobody.
const unwanted = /[\p{Cc}]|\p{Surrogate}/gu

/** The filter written in an address; what makes no sense there is left out, never an error. */
export function parseListFilter(query: URLSearchParams): ListFilter {
  const state = query.get('state') ?? ''
  const text = (query.get('q') ?? '').replace(unwanted, '').normalize('NFC').trim().slice(0, longestName)
  const number = parseDispatchNo(text)
  const ladder = Number(query.get('ladder'))
  const page = Number(query.get('page'))
  return {
    state: isDispatchState(state) || state === 'closed' ? state : null,
    wish: wishes.find((wish) => wish === query.get('wish')) ?? null,
    ladder: Number.isInteger(ladder) && ladder >= 1 && ladder <= 7 ? ladder : null,
    number,
    name: number || !text ? null : text.replace(/さん$/, ''),
    order: query.get('order') === 'number' ? 'number' : 'moved',
    page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  }
}

/** The address of the same list with something else chosen; values that are usual are left out. */
export function listHref(filter: ListFilter, text: string, change: Partial<ListFilter> = {}): string {
  const { state, wish, ladder, order, page } = { ...filter, page: 1, ...change }
  const query = new URLSearchParams()
  if (state) query.set('state', state)
  if (wish) query.set('wish', wish)
  if (ladder) query.set('ladder', String(ladder))
  if (text) query.set('q', text)
  if (order === 'number') query.set('order', order)
  if (page > 1) query.set('page', String(page))
  const written = query.toString()
  return written ? `/desk/dispatches?${written}` : '/desk/dispatches'
}
