/** One point: x and y in widths of the pad, t in milliseconds since the first point. */
export type InkPoint = readonly [x: number, y: number, t: number]
export type Ink = readonly (readonly InkPoint[])[]

const most = { strokes: 300, points: 20_000, ofOne: 5_000 }
/** Less line than a fifth of the pad's width is a slip of the finger, not a name. */
const leastLength = 0.2

/** A drawing as the printed form takes it: points in a box of its own size, origin top left. */
export interface PrintedInk {
  width: number
  height: number
  strokes: [number, number][][]
}

/** The strokes written in a form's text (JSON), or null when it holds anything else. */
export function parseInk(text: string): Ink | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  return isInk(value) ? value : null
}

function isInk(value: unknown): value is Ink {
  if (!Array.isArray(value) || value.length > most.strokes) return false
  let points = 0
  for (const stroke of value as unknown[]) {
    if (!Array.isArray(stroke) || stroke.length === 0 || stroke.length > most.ofOne) return false
    points += stroke.length
    if (points > most.points || !stroke.every(isPoint)) return false
  }
  return true
}

// The pen may leave the pad while it is held down, so a little outside is no mistake.
function isPoint(value: unknown): value is InkPoint {
  if (!Array.isArray(value) || value.length !== 3) return false
  const [x, y, t] = value as unknown[]
  return isWithin(x, -1, 2) && isWithin(y, -1, 3) && isWithin(t, 0, 3_600_000)
}

function isWithin(value: unknown, from: number, to: number): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= from && value <= to
}

/** Length of all lines, in widths of the pad. */
export function inkLength(ink: Ink): number {
  let length = 0
  for (const stroke of ink) {
    for (let i = 1; i < stroke.length; i += 1) {
      length += Math.hypot(stroke[i]![0] - stroke[i - 1]![0], stroke[i]![1] - stroke[i - 1]![1])
    }
  }
  return length
}

/** True when enough is drawn to be somebody's hand. How well it is written is nobody's matter. */
export function isDrawn(ink: Ink): boolean {
  return inkLength(ink) >= leastLength
}

/** The drawing for the printed form, moved into its box. */
export function printedInk(ink: Ink): PrintedInk {
  const scale = 1000
  const strokes = ink.map((stroke) =>
    stroke.map(([x, y]): [number, number] => [clamp(x * scale, 0, scale), clamp(y * scale, 0, scale * 2)]),
  )
  const lowest = Math.max(...strokes.flat().map(([, y]) => y), 0)
  return { width: scale, height: Math.max(400, Math.ceil(lowest) + 20), strokes }
}

function clamp(value: number, from: number, to: number): number {
  return Math.round(Math.min(to, Math.max(from, value)) * 10) / 10
}
