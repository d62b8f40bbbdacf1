/**
 * One point of a stroke: x and y in widths of the pad (0…1 across; the height has the same unit, so the
 * writing keeps its shape), t in milliseconds since the first point of the signature.
 */
export type StrokePoint = [x: number, y: number, t: number]

/** One stroke, pen down to pen up. */
export type Stroke = StrokePoint[]

/** The hidden field's text: JSON of the strokes, empty when nothing is drawn. */
export function writeStrokes(strokes: Stroke[]): string {
  return strokes.length === 0 ? '' : JSON.stringify(strokes)
}

/** The strokes in a hidden field's text; none when it holds something else. */
export function readStrokes(text: string): Stroke[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every(isStroke) ? value : []
  } catch {
    return []
  }
}

/** A stroke as SVG path data in a drawing `width` units wide. A tap becomes a dot. */
export function strokePath(stroke: Stroke, width: number): string {
  const at = ([x, y]: StrokePoint) => `${round(x * width)} ${round(y * width)}`
  const [first, ...rest] = stroke
  if (!first) return ''
  return `M${at(first)}${rest.length === 0 ? `L${at(first)}` : rest.map((point) => `L${at(point)}`).join('')}`
}

/** A point of the pad from the pointer's place on the page, rounded to what the eye can see. */
export function pointAt(
  pad: { left: number; top: number; width: number },
  x: number,
  y: number,
  ms: number,
): StrokePoint {
  return [round4((x - pad.left) / pad.width), round4((y - pad.top) / pad.width), Math.round(ms)]
}

function isStroke(value: unknown): value is Stroke {
  return (
    Array.isArray(value) &&
    value.every(
      (point) =>
        Array.isArray(point) &&
        point.length === 3 &&
        point.every((n) => typeof n === 'number' && Number.isFinite(n)),
    )
  )
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}

function round4(n: number): number {
  return Math.round(n * 10_000) / 10_000
}
