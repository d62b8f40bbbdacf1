import { describe, expect, it } from 'vitest'
import { pointAt, readStrokes, strokePath, writeStrokes } from './strokes.ts'
import type { Stroke } from './strokes.ts'

const pad = { left: 20, top: 100, width: 350 }

describe('strokes of a signature', () => {
  it('measures both directions in widths of the pad, so that the writing keeps its shape', () => {
    expect(pointAt(pad, 20 + 175, 100 + 87.5, 12.4)).toEqual([0.5, 0.25, 12])
  })

  it('comes back from the hidden field as it was drawn', () => {
    const strokes: Stroke[] = [
      [
        [0.1, 0.2, 0],
        [0.3, 0.2, 40],
      ],
      [[0.5, 0.1, 300]],
    ]
    expect(readStrokes(writeStrokes(strokes))).toEqual(strokes)
  })

  it('sends nothing when nothing is drawn', () => {
    expect(writeStrokes([])).toBe('')
  })

  it('takes nothing from a text that holds no strokes', () => {
    for (const text of ['', '{', '5', '{"a":1}', '[[["x",0,0]]]', '[[[0,0]]]'])
      expect(readStrokes(text)).toEqual([])
  })

  it('draws a line as a path, and a tap as a dot', () => {
    expect(
      strokePath(
        [
          [0.1, 0.2, 0],
          [0.3, 0.25, 40],
        ],
        1000,
      ),
    ).toBe('M100 200L300 250')
    expect(strokePath([[0.1, 0.2, 0]], 1000)).toBe('M100 200L100 200')
  })
})
