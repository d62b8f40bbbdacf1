import type { ReactNode } from 'react'
import { WayInList } from './name-search.tsx'

export * from './name-search.tsx'

/** First filter of a work list (`nav.stages`): tabs with counts that add up to the total. */
export function Stages({
  items,
  label = '段階でしぼる',
  named,
}: {
  items: { label: string; href: string; count?: number; current?: boolean }[]
  label?: string
  /** The list is narrowed to a name, which goes along. */
  named?: boolean
}) {
  return (
    <nav className="stages" aria-label={label}>
      {items.map((item) => (
        <WayInList key={item.href} href={item.href} named={named} current={item.current}>
          {item.label}
          {item.count === undefined ? null : (
            <>
              {' '}
              <span className="n">{item.count}</span>
            </>
          )}
        </WayInList>
      ))}
    </nav>
  )
}

/**
 * Second filter (`form.filters`): labelled selects and one button, sent as GET, works without a script. On
 * a narrow screen it is folded into 「しぼりこむ」. `keep` are values of the address that stay (the stage).
 */
export function Filters({
  action,
  keep = {},
  children,
}: {
  action?: string
  keep?: Record<string, string>
  children: ReactNode
}) {
  return (
    <details className="filters-fold">
      <summary>しぼりこむ</summary>
      <form className="filters" method="get" action={action}>
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <button type="submit" className="btn btn-s btn-g">
          しぼりこむ
        </button>
      </form>
    </details>
  )
}

/** A labelled select of 36 px in `Filters`. */
export function FilterSelect({
  label,
  name,
  value,
  options,
  width = 'm',
}: {
  label: string
  name: string
  value?: string
  options: { value: string; label: string }[]
  width?: 's' | 'm' | 'l'
}) {
  return (
    <label>
      {label}
      <span className={`select-wrap cw-${width}`}>
        <select className="input input-s" name={name} defaultValue={value}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </label>
  )
}

/** A labelled text of 36 px in `Filters`, such as 番号. What is sent stands in the address: no names. */
export function FilterText({
  label,
  name,
  value,
  width = 'm',
  only,
}: {
  label: string
  name: string
  value?: string
  width?: 's' | 'm' | 'l'
  /** What may stand in it, as a pattern, and the same in words. */
  only?: { pattern: string; words: string }
}) {
  return (
    <label>
      {label}
      <input className={`input input-s cw-${width}`} name={name} defaultValue={value} pattern={only?.pattern} title={only?.words} />
    </label>
  )
}

/** Under the filters, one line: the count, the order as links, the fiscal year (`.applied`). */
export function Applied({ children }: { children: ReactNode }) {
  return (
    <div className="applied" id="result">
      {children}
    </div>
  )
}

/**
 * Pages of a list (`nav.pager`). `page` counts from 1; `size` rows on a page of `total`; the first link and the
 * last say how many came before and come next: 「前の25件」「次の21件」. Nothing is shown when one page holds all.
 */
export function Pager({
  page,
  size,
  total,
  href,
  named,
}: {
  page: number
  size: number
  total: number
  href: (page: number) => string
  /** The list is narrowed to a name, which goes along. */
  named?: boolean
}) {
  const pages = Math.ceil(total / size)
  if (pages <= 1) return null
  const next = Math.min(size, total - page * size)
  return (
    <nav className="pager" aria-label="ページ">
      {page > 1 ? (
        <WayInList className="link" href={href(page - 1)} named={named}>
          前の{size}件
        </WayInList>
      ) : null}
      {pagesAround(page, pages).map((n, i) =>
        n === null ? (
          <span key={`gap${i}`} aria-hidden="true">
            …
          </span>
        ) : n === page ? (
          <span key={n} aria-current="page">
            {n}
          </span>
        ) : (
          <WayInList key={n} className="link" href={href(n)} named={named}>
            {n}
          </WayInList>
        ),
      )}
      {next > 0 ? (
        <WayInList className="link" href={href(page + 1)} named={named}>
          次の{next}件
        </WayInList>
      ) : null}
    </nav>
  )
}

/** The address of another page of a list. @param address of its first page */
export function pageHref(address: string, page: number): string {
  return page === 1 ? address : `${address}${address.includes('?') ? '&' : '?'}page=${page}`
}

/** The page numbers to show: first, last, and one around the present one; null is a gap. */
export function pagesAround(page: number, pages: number): (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((n) => n >= 1 && n <= pages)
    .sort((a, b) => a - b)
  return shown.flatMap((n, i) => {
    const before = shown[i - 1]
    return before !== undefined && n - before > 1 ? [null, n] : [n]
  })
}
