import fc from 'fast-check'
import type { Entry } from './form-body.ts'
import type { Field } from './schema.ts'

/** Something wrong that can be done to a field. */
export type BadKind = (typeof badKinds)[number]

export const badKinds = ['missing', 'empty', 'huge', 'nul', 'half', 'emoji', 'word', 'number', 'twice', 'nested', 'both'] as const

/** What no typed text may hold, wherever it stands. */
export const neverTaken: readonly BadKind[] = ['huge', 'nul', 'half']

const japanese = fc.string({ unit: fc.constantFrom(...'よりそい縁側手紙ー、。 '), minLength: 1, maxLength: 12 })
const faces = fc.constantFrom('🙂', '👨‍👩‍👧‍👦', '🏳️‍🌈', '𠮷🍵', '☕️')
const numbers = fc.constantFrom('-1', '1e309', '99999999999999999999', '0x10', 'NaN', '１２.５', '2026-02-30', '25:61')

/** Longer than any text of the product may be, and short enough to be read. */
const hugeLength = 17_000

/** Each field's entries when this is done to it; `good` is what would be taken. */
export function spoilt(kind: BadKind, { name, kind: is }: Field, good: readonly Entry[]): fc.Arbitrary<Entry[]> {
  const put = (text: fc.Arbitrary<string>) => text.map((value): Entry[] => [[name, value]])
  const within = (what: string) => put(fc.tuple(japanese, japanese).map(([a, b]) => `${a}${what}${b}`))
  const kept = fc.constant([...good])
  switch (kind) {
    case 'missing': return fc.constant([])
    case 'empty': return fc.constant(is === 'file' ? [[name, new File([], '')]] : [[name, '']])
    case 'huge': return put(japanese.map((text) => text + 'x'.repeat(hugeLength)))
    case 'nul': return within('\0')
    case 'half': return within('\ud83d')
    case 'emoji': return put(fc.tuple(japanese, faces).map((both) => both.join('')))
    case 'word': return put(japanese)
    case 'number': return put(numbers)
    case 'twice': return japanese.map((text): Entry[] => [...good, [name, text]])
    case 'nested': return japanese.map((text): Entry[] => [[`${name}.x`, text]])
    case 'both': return kept.chain((same) => japanese.map((text): Entry[] => [...same, [`${name}[0]`, text]]))
  }
}

/** Names that a form has not, and that a careless reader of forms stumbles over. */
export const strangeNames: Entry[] = [
  ['__proto__', 'x'], ['constructor.prototype.polluted', 'x'], ['toString', 'x'], ['a[999999999]', 'x'], ['[0]', 'x'],
  ['a..b', 'x'], ['.', 'x'], ['', 'x'], ['あ\0', 'x'], ['_intent[0]', 'x'], ['version[]', 'x'],
]
