import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical.ts'

describe('canonical JSON', () => {
  test('has one spelling whatever the order in which the keys were written', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'x'] })).toBe('{"a":[true,null,"x"],"b":1}')
    expect(canonicalJson({ a: [true, null, 'x'], b: 1 })).toBe('{"a":[true,null,"x"],"b":1}')
  })

  test('leaves out what is undefined and keeps names as they were written', () => {
    expect(canonicalJson({ a: undefined, name: '神' })).toBe('{"name":"神"}')
    expect(canonicalJson('葛\u{E0100}')).not.toBe(canonicalJson('葛'))
    expect(canonicalJson('神')).not.toBe(canonicalJson('\uFA19'))
  })

  test('refuses what is no plain data', () => {
    for (const wrong of [new Date(0), NaN, Infinity, () => 1, undefined, 1n, '\uD800', new Map()]) {
      expect(() => canonicalJson({ wrong: [wrong] })).toThrow(TypeError)
    }
  })

  test('is read back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        let text: string
        try {
          text = canonicalJson(value)
        } catch {
          return
        }
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })
})
