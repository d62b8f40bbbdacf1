import { FEATURES, fontOf } from './fonts.ts'
import type { Face } from './font-files.ts'

/** One step of a letter's shape in em, y upwards. Curves are cubic, as PDF wants them. */
export type ShapeStep =
  | { step: 'move' | 'line'; to: readonly [number, number] }
  | { step: 'curve'; control: readonly [number, number, number, number]; to: readonly [number, number] }
  | { step: 'close' }

interface RawCommand {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
  args: number[]
}

/** The shape of a character as drawn by a face. */
export function shapeOf(face: Face, text: string): ShapeStep[] {
  const font = fontOf(face)
  const [glyph] = font.layout(text, FEATURES).glyphs
  const commands = (glyph?.path as unknown as { commands: RawCommand[] } | undefined)?.commands ?? []
  const steps: ShapeStep[] = []
  let at: readonly [number, number] = [0, 0]
  for (const { command, args } of commands) {
    const n = args.map((value) => value / font.unitsPerEm)
    const step = stepOf(command, n, at)
    steps.push(step)
    if (step.step !== 'close') at = step.to
  }
  return steps
}

function stepOf(command: RawCommand['command'], n: number[], at: readonly [number, number]): ShapeStep {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n
  switch (command) {
    case 'moveTo':
      return { step: 'move', to: [a, b] }
    case 'lineTo':
      return { step: 'line', to: [a, b] }
    case 'quadraticCurveTo':
      return { step: 'curve', control: [mid(at[0], a), mid(at[1], b), mid(c, a), mid(d, b)], to: [c, d] }
    case 'bezierCurveTo':
      return { step: 'curve', control: [a, b, c, d], to: [e, f] }
    case 'closePath':
      return { step: 'close' }
  }
}

/** Two thirds of the way from an end of a quadratic curve to its control point. */
function mid(end: number, control: number): number {
  return end + (2 / 3) * (control - end)
}
