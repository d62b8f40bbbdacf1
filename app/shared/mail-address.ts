/** One mailbox address that this product is willing to write to. */
export type MailAddress = string & { readonly __brand: 'MailAddress' }

// Letters of a local part that no relay reads as a route: `%` and `!` once meant "pass it on to",
// `|` and the back quote mean a command somewhere. Dots may stand anywhere, because old addresses of
// Japanese carriers do (a..b@, c.@); the first sign is no hyphen, which a program could take for an option.
const localPart = /^[A-Za-z0-9#$&'*+/=?^_{}~.][A-Za-z0-9#$&'*+/=?^_{}~.-]{0,63}$/
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const lastLabel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/

/**
 * The address written in a text, its domain in small letters, or null. Narrower than the mail standards
 * on purpose: plain ASCII `local@domain` with nothing quoted, commented, grouped, routed or spaced, so
 * that no library can read another recipient into it.
 */
export function parseMailAddress(text: string): MailAddress | null {
  if (text.length > 254) return null
  const parts = text.split('@')
  const [local, domain] = [parts[0] ?? '', (parts[1] ?? '').toLowerCase()]
  if (parts.length !== 2 || !localPart.test(local)) return null
  const labels = domain.split('.')
  if (labels.length < 2 || !labels.every((part) => label.test(part)) || !lastLabel.test(labels.at(-1)!)) return null
  return `${local}@${domain}` as MailAddress
}

/** True when the text is such an address as it stands. */
export function isMailAddress(text: string): boolean {
  return parseMailAddress(text) !== null
}
