import type { ReactNode } from 'react'

/** A rung of the ladder of contact, the lightest first. */
export interface Rung {
  label: string
  allowed: boolean
}

const WIDTH = 640
const GAP = 6
const BASE = 72

/**
 * 会い方のはしご, drawn on the server: filled = may be prepared now, dashed = not allowed. `sentence` says the same
 * in words for those who do not see it; figures need no colour to be read.
 */
export function LadderFigure({
  rungs,
  sentence,
  children,
}: {
  rungs: Rung[]
  sentence: string
  children?: ReactNode
}) {
  const width = (WIDTH - GAP * (rungs.length + 1)) / rungs.length
  return (
    <figure className="fig fig-d">
      <svg viewBox={`0 0 ${WIDTH} 116`} role="img" aria-label={sentence}>
        {rungs.map((rung, i) => (
          <RungBox
            key={rung.label}
            rung={rung}
            x={GAP + i * (width + GAP)}
            width={width}
            height={20 + i * 6}
          />
        ))}
        <text x={GAP} y="112" className="fig-quiet">
          負担が小さい
        </text>
        <text x={WIDTH - GAP} y="112" textAnchor="end" className="fig-quiet">
          負担が大きい
        </text>
      </svg>
      <ul className="list only-narrow" aria-hidden="true">
        {rungs.map((rung) => (
          <li key={rung.label}>
            {rung.label}
            <small>{rung.allowed ? '可' : 'まだ'}</small>
          </li>
        ))}
      </ul>
      {children ? <figcaption>{children}</figcaption> : null}
    </figure>
  )
}

function RungBox({ rung, x, width, height }: { rung: Rung; x: number; width: number; height: number }) {
  const middle = x + width / 2
  const long =
    rung.label.length > 6 ? { textLength: width - 4, lengthAdjust: 'spacingAndGlyphs' as const } : {}
  return (
    <g>
      <rect
        className={rung.allowed ? 'fig-key' : 'fig-not'}
        x={x}
        y={BASE - height}
        width={width}
        height={height}
        rx="4"
      />
      {rung.allowed ? (
        <text x={middle} y={BASE - height / 2 + 5} textAnchor="middle" className="fig-on-key">
          可
        </text>
      ) : null}
      <text
        x={middle}
        y="92"
        textAnchor="middle"
        className={rung.allowed ? 'fig-name fig-strong' : 'fig-name'}
        {...long}
      >
        {rung.label}
      </text>
    </g>
  )
}
