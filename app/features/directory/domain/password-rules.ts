import { knownPasswords } from './known-passwords.ts'

/** Shortest passwords, in characters as typed. */
export const shortest = { personal: 12, staff: 15 } as const
const longest = 128
const shortestRest = 8

export type PasswordRefusal = 'password.tooShort' | 'password.tooLong' | 'password.common' | 'password.aboutYou'

/** What the words of a password must not consist of. */
export interface PasswordContext {
  min: number
  /** Words near at hand: the product, the body, the person's name, the address before the @. */
  words: readonly string[]
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s\-_.@・　]/g, '')
}

function isRepeated(text: string): boolean {
  const letters = [...text]
  for (let size = 1; size <= 4; size += 1) {
    if (letters.every((letter, i) => letter === letters[i % size])) return true
  }
  return false
}

function isRow(text: string): boolean {
  const codes = [...text].map((letter) => letter.codePointAt(0)!)
  const steps = codes.slice(1).map((code, i) => code - codes[i]!)
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9)
}

/** Digits and signs put behind a well-known word do not hide it. */
function isCommon(text: string): boolean {
  if (isRepeated(text) || isRow(text) || knownPasswords.has(text)) return true
  const word = text.replace(/[\d!-/:-@[-`{-~]+$/, '')
  return word.length >= 4 && knownPasswords.has(word) && text.length - word.length <= 10
}

function withoutWords(text: string, words: readonly string[]): string {
  return words
    .map(plain)
    .filter((word) => [...word].length >= 3)
    .reduce((rest, word) => rest.replaceAll(word, ''), text)
}

/**
 * Whether a password may be used. Length, not composition: no rule asks for capitals or signs.
 * @returns the reason it may not, or null
 */
export function checkPassword(password: string, { min, words }: PasswordContext): PasswordRefusal | null {
  const length = [...password].length
  if (length < min) return 'password.tooShort'
  if (length > longest) return 'password.tooLong'
  const text = plain(password)
  if (isCommon(text)) return 'password.common'
  const rest = withoutWords(text, words)
  return rest !== text && [...rest].length < shortestRest ? 'password.aboutYou' : null
}
