import type { CaseView } from '../views.ts'

const left = 120
const right = 992
const step = 24
const top = 10

type Lane = CaseView['lanes'][number]

/**
 * One year of a case in lanes: forms tell the kinds apart, so it can be read without colour. On a narrow screen the
 * names stay beside the picture, which is first seen at its newest end.
 */
export function YearLanes({ view }: { view: CaseView }) {
  const base = top + view.lanes.length * step + 6
  const at = (x: number) => left + ((right - left) * x) / 100
  const said = view.lanes.map((lane) => `${lane.label}${lane.count}件`).join('、')
  return (
    <figure className="lanes">
      <ul aria-hidden="true">
        {view.lanes.map((lane) => <li key={lane.label}><span>{lane.label}</span><span>{lane.count}</span></li>)}
      </ul>
      <div className="fig" tabIndex={0} role="group" aria-label="1年のあゆみ">
        <svg viewBox={`0 0 1016 ${base + 26}`} role="img" aria-label={`${view.yearFrom}きょうまで。${said}。`}>
          {view.months.map((month) => (
            <g key={month.label + month.x}>
              <line x1={at(month.x)} y1={2} x2={at(month.x)} y2={base} className="fig-grid" />
              <text x={at(month.x) + 4} y={base + 18} className="fig-quiet">{month.label}</text>
            </g>
          ))}
          <line x1={0} y1={base} x2={right + 16} y2={base} className="fig-base" />
          {view.lanes.map((lane, i) => (
            <g key={lane.label}>
              <text x={0} y={top + i * step + 13} className="fig-name lanes-name">{lane.label}</text>
              <text x={left - 16} y={top + i * step + 13} textAnchor="end" className="fig-name lanes-name">{lane.count}</text>
              {lane.marks.map((mark, n) => <Mark key={n} shape={lane.shape} x={at(mark.x)} y={top + i * step + 8} />)}
            </g>
          ))}
        </svg>
      </div>
      <div className="sr-only">
        <table>
          <caption>{view.yearFrom}きょうまでの件数</caption>
          <tbody>{view.lanes.map((lane) => <tr key={lane.label}><th scope="row">{lane.label}</th><td>{lane.count}件</td></tr>)}</tbody>
        </table>
      </div>
    </figure>
  )
}

function Mark({ shape, x, y }: { shape: Lane['shape']; x: number; y: number }) {
  if (shape === 'square') return <rect className="fig-hollow" x={x - 6} y={y - 6} width="12" height="12" />
  if (shape === 'triangle') return <path className="fig-dark" d={`M${x} ${y - 7}l7 13h-14z`} />
  if (shape === 'bar') return <rect className="fig-key" x={x - 4} y={y - 7} width="9" height="14" rx="2" />
  return <circle className="fig-dark" cx={x} cy={y} r="5.5" />
}
