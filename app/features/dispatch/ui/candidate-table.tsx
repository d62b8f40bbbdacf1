import type { ReactNode } from 'react'
import { Chip, datesWhole } from '#app/ui/desk.ts'
import type { CandidateColumn, CandidatesView } from '../views/candidates.ts'

interface Line {
  name: string
  note?: string
  cell: (one: CandidateColumn) => ReactNode
}

/** One column a person, one line a matter: what fits, what to look at, and the facts behind it. */
export function CandidateTable({ view }: { view: CandidatesView }) {
  const lines: Line[] = [
    { name: '希望に合うこと', cell: (one) => <Points texts={one.reasons} none="—" /> },
    { name: '気をつけること', cell: (one) => <Cautions one={one} /> },
    { name: '活動できる日', note: `希望：${view.wish.slots}`, cell: (one) => one.days },
    { name: 'あたり', note: `希望：${view.wish.area}`, cell: (one) => one.areas },
    { name: '会い方', note: `いま可：${view.wish.step}まで`, cell: (one) => one.kinds },
    { name: '経験', note: `希望：${view.wish.peer}`, cell: (one) => one.peer },
    { name: '受け持ち', cell: (one) => one.load },
    { name: '保険', cell: (one) => one.cover },
  ]
  return (
    <div className="tw print-land" tabIndex={0} role="group" aria-label="候補をくらべる表">
      <table className="tbl">
        <caption><span className="sr-only">候補をくらべる</span></caption>
        <thead>
          <tr>
            <td />
            {view.candidates.map((one) => <th key={one.id} scope="col">{one.name}</th>)}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name}>
              <th scope="row" className="nw">{line.name}{line.note ? <small>{line.note}</small> : null}</th>
              {view.candidates.map((one) => <td key={one.id}>{datesWhole(line.cell(one))}</td>)}
            </tr>
          ))}
          <tr>
            <th scope="row">打診</th>
            {view.candidates.map((one) => <td key={one.id}><Ask one={one} /></td>)}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Points({ texts, none }: { texts: string[]; none: string }) {
  return texts.length > 0 ? <ul className="dots">{texts.map((text) => <li key={text}>{text}</li>)}</ul> : <>{none}</>
}

function Cautions({ one }: { one: CandidateColumn }) {
  if (one.cautions.length === 0) return <>なし</>
  return (
    <>
      {one.cautions.map((caution) => (
        <p key={caution.text}>
          {caution.near ? <Chip kind="stop">{caution.text}</Chip> : caution.text}
          {caution.note ? <small>{caution.note}</small> : null}
        </p>
      ))}
    </>
  )
}

function Ask({ one }: { one: CandidateColumn }) {
  if (!one.mayAsk) return <>近さを確かめてから</>
  return (
    <label className="pick">
      <input type="checkbox" name="ask" value={one.id} defaultChecked={one.chosen} />
      <span>打診する<span className="sr-only">（{one.name}）</span></span>
    </label>
  )
}

const labelWidth = 230
const barWidth = 300
const rowHeight = 26

/** Steps from the received roster down to the candidates; every reason counts a person once. */
export function NarrowingFigure({ view }: { view: CandidatesView }) {
  const total = Math.max(1, view.narrowing[0]?.count ?? 1)
  let left = total
  const rows = view.narrowing.map((step) => {
    const from = step.kept ? 0 : left - step.count
    if (!step.kept) left -= step.count
    return { ...step, x: labelWidth + (from / total) * barWidth, width: Math.max(2, (step.count / total) * barWidth) }
  })
  return (
    <figure className="fig fig-d">
      <svg viewBox={`0 0 640 ${rows.length * rowHeight + 6}`} role="img" aria-label={view.narrowingSentence}>
        {rows.map((row, i) => (
          <g key={row.label}>
            <text x={labelWidth - 12} y={i * rowHeight + 18} textAnchor="end" className={row.kept ? 'fig-name fig-strong' : 'fig-name'}>{row.label}</text>
            <rect x={row.x} y={i * rowHeight + 4} width={row.width} height={rowHeight - 8} rx="2" className={row.kept ? 'fig-key' : 'fig-bar'} />
            <text x={row.x + row.width + 8} y={i * rowHeight + 18} className={row.kept ? 'fig-strong' : undefined}>{row.kept ? '' : '−'}{row.count}人</text>
          </g>
        ))}
      </svg>
      <ul className="only-narrow">
        {rows.map((row) => <li key={row.label}>{row.label}　<b>{row.kept ? '' : '−'}{row.count}人</b></li>)}
      </ul>
      <figcaption>1人が2つ以上の理由に当たるときは、上にある理由で1回だけ数えます。だれに当たるかは表示しません。</figcaption>
    </figure>
  )
}
