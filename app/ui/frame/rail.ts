/** One entry of the desk's left rail. Entries a role cannot open are not in the list at all. */
export interface RailItem {
  label: string
  href: string
  /** Things waiting there; a plain number, never a badge. */
  count?: number
  items?: RailItem[]
  /** Beginnings of further addresses that belong here and have no entry of their own. */
  also?: string[]
}

/** A rail entry with what the present page makes of it. */
export interface MarkedItem extends Omit<RailItem, 'items' | 'also'> {
  /** The page itself is this entry, or lies below it and below no other. */
  current: boolean
  /** The section the page belongs to: its sub-entries are shown. */
  open: boolean
  items: MarkedItem[]
}

/**
 * Marks the entry of the rail to which a path belongs: the one with the longest address that is the path or a
 * parent of it ('/desk/requests' for '/desk/requests/123'), or says that the path also belongs to it.
 * '/desk' stands only for itself.
 */
export function markRail(items: RailItem[], path: string): MarkedItem[] {
  const all = items.flatMap((item) => [item, ...(item.items ?? [])])
  const fits = all.map((item) => ({ item, length: lengthOfFit(item, path) }))
  const longest = Math.max(1, ...fits.map(({ length }) => length))
  const chosen = fits.filter(({ length }) => length === longest).at(-1)?.item
  return items.map((item) => mark(item, chosen))
}

/** The label of the present entry for 「メニュー（いま：…）」; null when the page is in no entry. */
export function currentLabel(items: MarkedItem[]): string | null {
  return items.flatMap((item) => [item, ...item.items]).find((item) => item.current)?.label ?? null
}

function mark(item: RailItem, chosen: RailItem | undefined): MarkedItem {
  const below = (item.items ?? []).map((sub) => mark(sub, chosen))
  return {
    label: item.label,
    href: item.href,
    count: item.count,
    current: item === chosen,
    open: item === chosen || below.some((sub) => sub.current),
    items: below,
  }
}

function lengthOfFit({ href, also = [] }: RailItem, path: string): number {
  return Math.max(0, ...[href, ...also].filter((address) => covers(address, path)).map((address) => address.length))
}

function covers(href: string, path: string): boolean {
  if (href === path) return true
  return href.split('/').length > 2 && path.startsWith(`${href}/`)
}
