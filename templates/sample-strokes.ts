import type { Strokes } from './fields.ts'

type Movement = [number, number][]

/** An invented signature as the drawing pad records it: two characters of round and straight movements. */
export const sampleStrokes: Strokes = {
  width: 600,
  height: 200,
  strokes: [
    line([120, 50], [120, 128]),
    [...line([120, 50], [182, 48]), ...line([182, 48], [180, 126])],
    line([124, 76], [176, 75]),
    line([124, 101], [176, 100]),
    line([121, 126], [180, 125]),
    curve([136, 128], [132, 156], [104, 170]),
    [...curve([162, 128], [160, 158], [170, 164]), ...curve([170, 164], [192, 166], [196, 148])],
    line([232, 76], [304, 74]),
    line([268, 46], [268, 168]),
    curve([266, 78], [254, 110], [230, 134]),
    curve([270, 78], [284, 108], [308, 130]),
    line([254, 138], [284, 137]),
    curve([370, 58], [368, 72], [356, 88]),
    line([344, 74], [428, 71]),
    line([400, 52], [396, 88]),
    curve([376, 96], [366, 116], [346, 130]),
    line([362, 116], [363, 166]),
    curve([420, 98], [402, 118], [386, 126]),
    [...curve([392, 100], [390, 160], [400, 164]), ...curve([400, 164], [426, 166], [430, 146])],
    [...line([470, 62], [524, 60]), ...curve([524, 60], [516, 78], [498, 90])],
    [...curve([500, 90], [504, 150], [494, 166]), ...curve([494, 166], [486, 168], [478, 158])],
    line([452, 110], [546, 106]),
  ],
}

function line(from: readonly [number, number], to: readonly [number, number]): Movement {
  return curve(from, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], to)
}

function curve(
  from: readonly [number, number],
  control: readonly [number, number],
  to: readonly [number, number],
): Movement {
  return Array.from({ length: 11 }, (_, i) => {
    const t = i / 10
    const at = (axis: 0 | 1) =>
      (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * control[axis] + t ** 2 * to[axis]
    return [Math.round(at(0) * 10) / 10, Math.round(at(1) * 10) / 10]
  })
}
