import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clustersOf } from './clusters.ts'
import { breakLines, mayBreak, NOT_FIRST, NOT_LAST } from './line-break.ts'

function broken(text: string, em: number): string[] {
  const clusters = clustersOf(text, 'regular', { missing: new Set(), simplified: new Set() })
  return breakLines(clusters, em).map((line) => line.clusters.map((c) => c.text).join(''))
}

/** The same with every character one em wide, so that lines can be counted by hand. */
function square(text: string, em: number): string[] {
  const clusters = [...text].map((c) => ({ text: c, face: 'regular' as const, width: c === '\n' ? 0 : 1 }))
  return breakLines(clusters, em).map((line) => line.clusters.map((c) => c.text).join(''))
}

describe('行頭禁則: what may not begin a line', () => {
  const signs = [...'、。，．・：；！？」』）】〉》〕ー々ぁっゃゅょァッャュョヶ％…']
  test.each(signs)('「%s」 stays with the character before it', (sign) => {
    expect(NOT_FIRST.has(sign)).toBe(true)
    expect(square(`あいうえ${sign}かき`, 4)).toEqual(['あいう', `え${sign}かき`])
  })
})

describe('行末禁則: what may not end a line', () => {
  test.each([...'「『（【〈《〔'])('「%s」 goes to the next line', (sign) => {
    expect(NOT_LAST.has(sign)).toBe(true)
    expect(square(`あいう${sign}かきくけこ`, 4)[0]).toBe('あいう')
    expect(square(`あいう${sign}かきくけこ`, 4)[1]!.startsWith(sign)).toBe(true)
  })
})

describe('what is kept together', () => {
  test.each([
    ['2026', '年'],
    ['30', '分'],
    ['第', '3'],
    ['…', '…'],
    ['―', '―'],
    ['a', 'b'],
    ['0', '0'],
  ])('「%s」 and 「%s」', (before, after) => {
    expect(mayBreak([...before].at(-1)!, [...after][0]!)).toBe(false)
  })

  test.each([
    ['あ', 'い'],
    ['漢', '字'],
    ['。', 'あ'],
    ['」', '「'],
    ['日', '1'],
    ['あ', 'A'],
    ['Z', 'あ'],
  ])('「%s」 and 「%s」 may be parted', (before, after) => {
    expect(mayBreak(before, after)).toBe(true)
  })

  test('words and telephone numbers are not cut', () => {
    expect(square('電話は000-0000-0010です', 13)).toEqual(['電話は', '000-0000-0010', 'です'])
  })

  test('but a word longer than the line is', () => {
    expect(square('https://yorisoi.example.jp/check', 10).join('')).toBe('https://yorisoi.example.jp/check')
  })
})

describe('lines', () => {
  test('a line break in the text ends a line, an empty line stays', () => {
    expect(square('あい\n\nうえ', 10)).toEqual(['あい', '', 'うえ'])
    expect(square('', 10)).toEqual([''])
  })

  test('a lonely last character takes company along', () => {
    const lines = square('あいうえおかきくけこさしすせそ。たちつ。', 16)
    expect([...lines.at(-1)!].length).toBeGreaterThanOrEqual(3)
  })

  test('no text of any kind overflows, loses a character, or breaks a rule that could be kept', () => {
    const alphabet = [...'あいうえおかきくけこ漢字日本人、。「」（）ーッゃ・12AbアイウエZ年']
    const texts = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 160 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 44 }), (text, em) => {
        const lines = broken(text, em)
        expect(lines.join('')).toBe(text)
        const clusters = clustersOf(text, 'regular', { missing: new Set(), simplified: new Set() })
        for (const line of breakLines(clusters, em)) {
          const width = line.clusters.reduce((sum, c) => sum + c.width, 0)
          expect(width).toBeLessThanOrEqual(em * (line.last ? 1.0251 : 1.0001))
        }
        for (let i = 1; i < lines.length; i++) {
          const [before, after] = [[...lines[i - 1]!].at(-1)!, [...lines[i]!][0]!]
          if (mayBreak(before, after)) continue
          const forced = [...lines[i - 1]!].every((c, at, all) => at === 0 || !mayBreak(all[at - 1]!, c))
          expect(forced, `${lines[i - 1]}|${lines[i]}`).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })
})
