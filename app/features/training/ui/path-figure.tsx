import type { PathBlock } from '../views.ts'

const width = 1016
const top = 20
const ground = 140
const block = 150
const gap = (width - 5 * block) / 4

function heightOf(count: number, most: number): number {
  return most === 0 ? 2 : Math.max(2, (count / most) * (ground - top))
}

/** From application to consent, drawn on the server: filled = is so, hatched = expected. */
export function PathFigure({ blocks }: { blocks: PathBlock[] }) {
  const most = Math.max(...blocks.map((one) => one.count))
  const sentence = blocks.map((one) => `${one.name}${one.count}人`).join('、')
  return (
    <figure className="fig fig-d">
      <svg viewBox={`0 0 ${width} 200`} role="img" aria-label={`${sentence}。`}>
        <defs>
          <pattern id="path-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" fill="#fff" />
            <line x1="0" x2="0" y1="0" y2="7" stroke="#9ad0d9" strokeWidth="2" />
          </pattern>
        </defs>
        {blocks.slice(0, -1).map((one, i) => {
          const [x, from, to] = [i * (block + gap) + block, heightOf(one.count, most), heightOf(blocks[i + 1]!.count, most)]
          return <path key={one.name} d={`M${x} ${ground - from} L${x + gap} ${ground - to} V${ground} H${x}z`} fill="#f2f2f2" />
        })}
        {blocks.map((one, i) => <Block key={one.name} of={one} x={i * (block + gap)} height={heightOf(one.count, most)} />)}
      </svg>
      <ol className="only-narrow">
        {blocks.map((one) => <li key={one.name}><b>{one.name}　{one.count}人</b>{one.expected && !one.name.includes('見込み') ? '（見込み）' : ''}　<span className="mut">{one.note}</span></li>)}
      </ol>
      <figcaption>斜線は見込みです。見送りの理由は、申込みの画面にあります。</figcaption>
    </figure>
  )
}

function Block({ of, x, height }: { of: PathBlock; x: number; height: number }) {
  const middle = x + block / 2
  const inside = height >= 44
  return (
    <g>
      <rect x={x + 1} y={ground - height} width={block - 2} height={height} fill={of.expected ? 'url(#path-hatch)' : '#006f83'} stroke="#006f83" strokeWidth={of.expected ? 2 : 0} />
      <text x={middle} y={inside ? ground - height + 32 : ground - height - 8} textAnchor="middle" className={inside && !of.expected ? 'fig-on-key' : 'fig-strong'}>{of.count}人</text>
      <text x={middle} y="166" textAnchor="middle" className="fig-strong">{of.name}</text>
      <text x={middle} y="188" textAnchor="middle" className="fig-quiet">{of.note}</text>
    </g>
  )
}
