/** Which part of a list stands on a page. */
export interface PageOfList {
  /** Lines of the whole list. */
  total: number
  /** The first and the last line of this page, counted from 1; 0 and 0 where there is none. */
  from: number
  to: number
  page: number
  /** Lines on a full page. */
  size: number
  /** Address of the first page with everything that was chosen. */
  address: string
}

/** The part of a list that `shown` lines on this page are. */
export function pageOfList(of: { total: number; page: number; size: number; address: string }, shown: number): PageOfList {
  const before = (of.page - 1) * of.size
  return { ...of, from: shown > 0 ? before + 1 : 0, to: shown > 0 ? before + shown : 0 }
}
