import { describe, expect, it } from 'vitest'
import { currentLabel, markRail } from './rail.ts'

const rail = [
  { label: '今日', href: '/desk' },
  {
    label: '派遣',
    href: '/desk/dispatches',
    items: [
      { label: '希望', href: '/desk/requests', count: 3 },
      { label: '派遣中', href: '/desk/dispatches' },
    ],
  },
  { label: 'ケース', href: '/desk/cases' },
]

function openAndCurrent(path: string) {
  const marked = markRail(rail, path)
  return { open: marked.filter((item) => item.open).map((item) => item.label), current: currentLabel(marked) }
}

describe('the rail of the desk', () => {
  it('marks the entry of the page and opens its section', () => {
    expect(openAndCurrent('/desk/requests')).toEqual({ open: ['派遣'], current: '希望' })
  })

  it('keeps the entry marked on the pages below it', () => {
    expect(openAndCurrent('/desk/requests/0199/candidates')).toEqual({ open: ['派遣'], current: '希望' })
  })

  it('marks the inner entry when a section has the same address as one of its entries', () => {
    expect(openAndCurrent('/desk/dispatches')).toEqual({ open: ['派遣'], current: '派遣中' })
  })

  it('takes the first page of the desk for itself alone', () => {
    expect(openAndCurrent('/desk')).toEqual({ open: ['今日'], current: '今日' })
    expect(openAndCurrent('/desk/mail')).toEqual({ open: [], current: null })
  })

  it('marks an entry also on pages that have none of their own', () => {
    const marked = markRail([{ label: '研修', href: '/desk/courses', also: ['/desk/sessions'] }], '/desk/sessions/0199')
    expect(currentLabel(marked)).toBe('研修')
    expect(marked[0]).toEqual({ label: '研修', href: '/desk/courses', count: undefined, current: true, open: true, items: [] })
  })

  it('does not take a longer word for a page below', () => {
    expect(openAndCurrent('/desk/casesheet').current).toBeNull()
  })
})
