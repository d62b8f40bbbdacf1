/** How far somebody has read: the items of the text in order, and those marked as read. */
export interface Reading {
  itemNos: readonly number[]
  readNos: readonly number[]
}

/** The first item not yet read, or null when all were. */
export function nextUnread({ itemNos, readNos }: Reading): number | null {
  return itemNos.find((no) => !readNos.includes(no)) ?? null
}

/**
 * True when an item may be opened: everything before it has been read (S3 第3-2(3)ア: the explanation
 * comes first, item by item). Items already read may always be read again.
 */
export function canOpen(reading: Reading, no: number): boolean {
  if (!reading.itemNos.includes(no)) return false
  const next = nextUnread(reading)
  return next === null || reading.itemNos.indexOf(no) <= reading.itemNos.indexOf(next)
}

/** True when marking this item completes the reading. */
export function completes(reading: Reading, no: number): boolean {
  return nextUnread({ ...reading, readNos: [...reading.readNos, no] }) === null
}

/** The item before this one, or null for the first. */
export function itemBefore({ itemNos }: Reading, no: number): number | null {
  return itemNos[itemNos.indexOf(no) - 1] ?? null
}

/** The item after this one, or null for the last. */
export function itemAfter({ itemNos }: Reading, no: number): number | null {
  const at = itemNos.indexOf(no)
  return at < 0 ? null : (itemNos[at + 1] ?? null)
}
