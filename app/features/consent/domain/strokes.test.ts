import { expect, test } from 'vitest'
import { inkLength, isDrawn, parseInk, printedInk } from './strokes.ts'

const line = '[[[0.1,0.2,0],[0.5,0.2,120]]]'

test('strokes are read as they were drawn', () => {
  const ink = parseInk(line)
  expect(ink).toEqual([[[0.1, 0.2, 0], [0.5, 0.2, 120]]])
  expect(inkLength(ink!)).toBeCloseTo(0.4)
  expect(isDrawn(ink!)).toBe(true)
})

test.each([
  ['nothing', ''],
  ['no JSON', '千葉 花子'],
  ['an object', '{"strokes":[]}'],
  ['an empty stroke', '[[]]'],
  ['a point of two numbers', '[[[0.1,0.2]]]'],
  ['a point of texts', '[[["0.1","0.2","0"]]]'],
  ['a number too large to be on the pad', '[[[1e9,0,0]]]'],
  ['too many strokes', JSON.stringify(Array.from({ length: 301 }, () => [[0, 0, 0]]))],
  ['too many points', JSON.stringify([Array.from({ length: 5_001 }, () => [0, 0, 0])])],
])('%s is no drawing', (_what, text) => {
  expect(parseInk(text)).toBeNull()
})

test('a dot is no name, a cross is', () => {
  expect(isDrawn(parseInk('[[[0.1,0.1,0]]]')!)).toBe(false)
  expect(isDrawn(parseInk('[]')!)).toBe(false)
  expect(isDrawn(parseInk('[[[0.1,0.1,0],[0.25,0.25,9]],[[0.1,0.25,20],[0.25,0.1,30]]]')!)).toBe(true)
})

test('on paper the drawing stays in its box and keeps its shape', () => {
  const printed = printedInk(parseInk('[[[-0.1,0.2,0],[0.5,0.55,120]]]')!)
  expect(printed).toEqual({ width: 1000, height: 570, strokes: [[[0, 200], [500, 550]]] })
})
