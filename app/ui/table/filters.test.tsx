import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Pager, pagesAround } from './filters.tsx'

function pager(page: number, total: number) {
  return renderToStaticMarkup(<Pager page={page} size={25} total={total} href={(n) => `?page=${n}`} />)
}

describe('the pages of a list', () => {
  it('says how many come next', () => {
    expect(pager(1, 46)).toContain('次の21件')
    expect(pager(1, 80)).toContain('次の25件')
  })

  it('leads back where something came before', () => {
    expect(pager(2, 46)).toContain('<a href="?page=1" class="link">前の25件</a>')
    expect(pager(1, 46)).not.toContain('前の')
  })

  it('offers nothing next on the last page', () => {
    expect(pager(2, 46)).not.toContain('次の')
  })

  it('is absent when one page holds all', () => {
    expect(pager(1, 25)).toBe('')
    expect(pager(1, 0)).toBe('')
  })

  it('shows the first, the last and the neighbours, with a gap between', () => {
    expect(pagesAround(5, 9)).toEqual([1, null, 4, 5, 6, null, 9])
    expect(pagesAround(1, 2)).toEqual([1, 2])
  })
})
