import { z } from 'zod'
import { optionalText } from '#app/shared/fields.ts'
import { plainCode } from '#app/shared/kana.ts'
import { parseDispatchNo } from '../domain/dispatch-no.ts'
import { isDispatchState } from '../domain/dispatch-lifecycle.ts'
import type { ListFilter } from '../facts/dispatch-list.ts'

const wishes = ['person', 'family', 'unknown'] as const
const lastPage = 4_000

/** What was typed into 「番号」. A text of other signs is not kept: a name has no place in an address. */
export function typedNumber(query: URLSearchParams): string {
  const text = plainCode(query.get('q') ?? '').toUpperCase()
  return /^[\dRHD-]{1,20}$/.test(text) ? text : ''
}

/** The filter written in an address; what makes no sense there is left out, never an error. */
export function parseListFilter(query: URLSearchParams): ListFilter {
  const state = query.get('state') ?? ''
  const asked = (query.get('q') ?? '').trim() !== ''
  const ladder = Number(query.get('ladder'))
  const page = Number(query.get('page'))
  return {
    state: isDispatchState(state) || state === 'closed' ? state : null,
    wish: wishes.find((wish) => wish === query.get('wish')) ?? null,
    ladder: Number.isInteger(ladder) && ladder >= 1 && ladder <= 7 ? ladder : null,
    number: asked ? (parseDispatchNo(typedNumber(query)) ?? 'unknown') : null,
    name: null,
    order: query.get('order') === 'number' ? 'number' : 'moved',
    page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  }
}

/** Finding a dispatch by the beginning of the name to use; left empty, all are shown. 「さん」 is no part of it. */
export const DispatchNameForm = z.object({
  name: optionalText('呼び名', 50).transform((name) => name && name.normalize('NFC').replace(/さん$/, '')),
})

/**
 * The address of the same list with something else chosen; values that are usual are left out, and a
 * name never stands in it. @param typed what stands in 「番号」
 */
export function listHref(filter: ListFilter, typed: string, change: Partial<ListFilter> = {}): string {
  const { state, wish, ladder, order, page } = { ...filter, page: 1, ...change }
  const query = new URLSearchParams()
  if (state) query.set('state', state)
  if (wish) query.set('wish', wish)
  if (ladder) query.set('ladder', String(ladder))
  if (typed) query.set('q', typed)
  if (order === 'number') query.set('order', order)
  if (page > 1) query.set('page', String(page))
  const written = query.toString()
  return written ? `/desk/dispatches?${written}` : '/desk/dispatches'
}
