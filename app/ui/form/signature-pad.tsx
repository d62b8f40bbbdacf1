import { useEffect, useRef, useState } from 'react'
import type { PointerEvent, ReactNode } from 'react'
import { describedBy, textOf } from './field.ts'
import type { FieldLike, FieldTexts } from './field.ts'
import { FieldError, Mark } from './field-block.tsx'
import { pointAt, readStrokes, strokePath, writeStrokes } from './strokes.ts'
import type { Stroke } from './strokes.ts'

/** Units across the drawing; its height follows the pad. */
const ACROSS = 1000

export interface SignaturePadProps extends FieldTexts {
  /** Posts the strokes as JSON (see `strokes.ts`). */
  field: FieldLike
  support?: ReactNode
  /** Where people without pen or finger go; names the other way on the same page. */
  otherWay: ReactNode
}

/**
 * A place to write one's name with finger or pen (`.pad`). It records the lines and their times and claims
 * no more. It needs a script; the equal way on paper beside it does not (see `SignatureWays`).
 */
export function SignaturePad({
  field,
  label,
  required = true,
  otherWay,
  support = 'わくの中に、指かペンで書いてください。くずれていてもかまいません。',
}: SignaturePadProps) {
  const [strokes, setStrokes] = useState<Stroke[]>(() => readStrokes(textOf(field.initialValue)))
  const pen = usePen(setStrokes)
  const [listens, setListens] = useState(false)
  useEffect(() => setListens(true), [])
  return (
    <div className="field" id={field.id} tabIndex={-1}>
      <p className="label" id={`${field.id}-label`}>
        {label}
        <Mark required={required} />
      </p>
      <p className="support" id={field.descriptionId}>
        {support}
      </p>
      <div
        className="pad"
        role="img"
        aria-busy={!listens}
        aria-labelledby={`${field.id}-label`}
        aria-describedby={describedBy(field, true)}
        {...pen}
      >
        <svg viewBox={`0 0 ${ACROSS} 1`} preserveAspectRatio="xMinYMin meet" aria-hidden="true">
          {strokes.map((stroke, i) => (
            <path key={i} d={strokePath(stroke, ACROSS)} vectorEffect="non-scaling-stroke" />
          ))}
        </svg>
      </div>
      <div className="pad-foot">
        <button type="button" className="link link-row" onClick={() => setStrokes((s) => s.slice(0, -1))}>
          一画もどす
        </button>
        <button type="button" className="link link-row" onClick={() => setStrokes([])}>
          はじめから書き直す
        </button>
      </div>
      <p className="sr-only" role="status">
        {strokes.length === 0 ? 'まだ書いてありません' : `${strokes.length}画書いてあります`}
      </p>
      <input type="hidden" name={field.name} value={writeStrokes(strokes)} />
      <FieldError field={field} />
      <p className="note">{otherWay}</p>
    </div>
  )
}

/**
 * Pointer events of the pad: one pen at a time; a stroke ends when the pen leaves or the system takes
 * it away.
 */
function usePen(setStrokes: (change: (strokes: Stroke[]) => Stroke[]) => void) {
  const down = useRef<number | null>(null)
  const began = useRef<number | null>(null)
  function point(event: PointerEvent<HTMLDivElement>) {
    began.current ??= event.timeStamp
    return pointAt(
      event.currentTarget.getBoundingClientRect(),
      event.clientX,
      event.clientY,
      event.timeStamp - began.current,
    )
  }
  function start(event: PointerEvent<HTMLDivElement>) {
    if (down.current !== null || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    down.current = event.pointerId
    const first = point(event)
    setStrokes((strokes) => [...strokes, [first]])
  }
  function move(event: PointerEvent<HTMLDivElement>) {
    if (down.current !== event.pointerId) return
    const next = point(event)
    setStrokes((strokes) => [...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), next]])
  }
  function end(event: PointerEvent<HTMLDivElement>) {
    if (down.current === event.pointerId) down.current = null
  }
  return { onPointerDown: start, onPointerMove: move, onPointerUp: end, onPointerCancel: end }
}
