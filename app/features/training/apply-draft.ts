import { ok, refuse, type Result } from '#app/shared/result.ts'
import { dayParts } from '#app/shared/tokyo-day.ts'
import { ApplyContactForm, type ApplyContact, ApplyPersonForm, type ApplyPerson } from './forms.ts'

/** Names of the drafts of one application: what is being typed, and the receipt of what was sent. */
export const applyDraft = 'training.apply'
export const appliedDraft = 'training.applied'

/** Values as a form posts them, `birth.year` and the like flat. */
export type Typed = Record<string, string | string[]>

const kept = new Set([
  'nameWay', 'familyName', 'givenName', 'familyKana', 'givenKana', 'wholeName', 'wholeKana', 'preferredName', 'email',
  'birth.year', 'birth.month', 'birth.day',
  'ways', 'phoneWish', 'phone', 'callTimes', 'voicemail', 'senderName', 'familyMayKnow', 'address', 'care', 'registerWish',
])
const longest = 2000

/** What was typed, cut down to the form's own fields; nothing is asked of it. */
export function typedOf(values: Record<string, unknown>): Typed {
  const typed: Typed = {}
  for (const [name, value] of Object.entries(flat(values))) {
    if (!kept.has(name)) continue
    if (typeof value === 'string') typed[name] = value.slice(0, longest)
    if (Array.isArray(value)) typed[name] = value.filter((one) => typeof one === 'string').slice(0, 10)
  }
  return typed
}

function flat(values: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(values).flatMap(([name, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([part, inner]) => [`${name}.${part}`, inner])
      : [[name, value]],
  )
  return Object.fromEntries(entries)
}

/** The draft's values as a form's first values: `birth.year` back into its group. */
export function nested(typed: Typed | null): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(typed ?? {})) {
    const [group, part] = name.split('.')
    if (!part) values[name] = value
    else values[group!] = { ...(values[group!] as object | undefined), [part]: value }
  }
  return values
}

/** Checked values of the first page, as they would be typed again. */
export function personTyped({ birth, ...person }: ApplyPerson): Typed {
  const { year, month, dayOfMonth } = birth ? dayParts(birth) : { year: '', month: '', dayOfMonth: '' }
  return {
    ...typedOf(person),
    preferredName: person.preferredName ?? '',
    'birth.year': String(year),
    'birth.month': String(month),
    'birth.day': String(dayOfMonth),
  }
}

/** Checked values of the second page, as they would be typed again. */
export function contactTyped(contact: ApplyContact): Typed {
  const { phone, address, care, ...rest } = contact
  return { ...typedOf(rest), phone: phone ?? '', address: address ?? '', care: care ?? '' }
}

/** The first page's answers, if they are complete. */
export function personIn(typed: Typed | null): ApplyPerson | null {
  const parsed = ApplyPersonForm.safeParse(nested(typed))
  return parsed.success ? parsed.data : null
}

/** The second page's answers, if they are complete. */
export function contactIn(typed: Typed | null): ApplyContact | null {
  const parsed = ApplyContactForm.safeParse(nested(typed))
  return parsed.success ? parsed.data : null
}

/** Both pages' answers, if they are complete. */
export function applicationIn(typed: Typed | null): { person: ApplyPerson; contact: ApplyContact } | null {
  const [person, contact] = [personIn(typed), contactIn(typed)]
  return person && contact && { person, contact }
}

/**
 * What is answered when the draft is gone: sent twice, it has become the application, whose receipt is still here.
 * The application itself is not named again.
 */
export function receiptIn(kept: Typed | null): Result<{ applicationId: ''; receiptNo: string }> {
  return kept ? ok({ applicationId: '', receiptNo: String(kept.receiptNo) }) : refuse('apply.again')
}
