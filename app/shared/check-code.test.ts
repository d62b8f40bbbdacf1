import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCodeFrom, normalizeCheckCode } from './check-code.ts'

describe('check codes', () => {
  test('are three groups of four signs without I, O, 0 and 1', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 32 }), (bytes) => {
        const code = checkCodeFrom(bytes)
        expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/)
        expect(normalizeCheckCode(code)).toBe(code)
      }),
    )
  })

  test('every sign is equally likely for random bytes', () => {
    const signs = Array.from({ length: 256 }, (_, i) => checkCodeFrom(new Uint8Array(12).fill(i))[0]!)
    const counts = new Map<string, number>()
    for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    expect(counts.size).toBe(32)
    expect(new Set(counts.values())).toEqual(new Set([8]))
  })

  test('too few bytes are refused', () => {
    expect(() => checkCodeFrom(new Uint8Array(11))).toThrow(RangeError)
  })

  test.each([
    ['k7qm 2xhd 9rtb', 'K7QM-2XHD-9RTB'],
    ['Ｋ７ＱＭ－２ＸＨＤ－９ＲＴＢ', 'K7QM-2XHD-9RTB'],
    [' K7QMー2XHD―9RTB ', 'K7QM-2XHD-9RTB'],
    ['K7QM2XHD9RTB', 'K7QM-2XHD-9RTB'],
    ['K7QM-2XHD-9RT', null],
    ['K7QM-2XHD-9RT0', null],
    ['K7QM-2XHD-9RTBA', null],
    ['', null],
    ['A'.repeat(10_000), null],
  ])('「%s」 is read as %s', (text, expected) => {
    expect(normalizeCheckCode(text)).toBe(expected)
  })
})
