import { z } from 'zod'
import { optionalText } from '#app/shared/fields.ts'
import { plainCode } from '#app/shared/kana.ts'
import { parseCaseNumber } from '../domain/case-number.ts'
import type { CaseListFilter } from '../facts.ts'

const lastPage = 4_000

/** What was typed into 「番号」. A text of other signs is not kept: a name has no place in an address. */
export function typedCaseNumber(query: URLSearchParams): string {
  const text = plainCode(query.get('q') ?? '')
  return /^[\d-]{1,12}$/.test(text) ? text : ''
}

/** The filter written in an address; what makes no sense there is left out, never an error. */
export function parseCaseFilter(query: URLSearchParams): CaseListFilter {
  const page = Number(query.get('page'))
  const asked = (query.get('q') ?? '').trim() !== ''
  return {
    state: query.get('state') === 'closed' ? 'closed' : 'open',
    number: asked ? (parseCaseNumber(typedCaseNumber(query)) ?? 'unknown') : null,
    name: null,
    page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  }
}

/** The address of the same list with something else chosen; a name never stands in it. */
export function caseListHref(filter: CaseListFilter, typed: string, change: Partial<CaseListFilter> = {}): string {
  const { state, page } = { ...filter, page: 1, ...change }
  const query = new URLSearchParams()
  if (state === 'closed') query.set('state', state)
  if (typed) query.set('q', typed)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/desk/cases?${query.toString()}` : '/desk/cases'
}

/** Finding a household by the name it uses; left empty, all are shown. */
export const CaseNameForm = z.object({ name: optionalText('呼び名', 50) })
