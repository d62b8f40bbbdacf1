import { CELL, cell, label, room, ruled, signature, space, stack, text } from '../frame/parts.ts'
import { instantLines } from '../words.ts'
import type { Block, RuledRow } from '../frame/parts.ts'
import type { AgreedPlanV1 } from './v1.schema.ts'

type Agreement = AgreedPlanV1['agreements'][number]

const PARTIES = { client: 'ご本人', family: 'ご家族', supporter: 'サポーター' } as const

const METHODS = {
  link: '画面で、ご自分で同意しました。',
  inPerson: '担当の前で、画面に署名しました。',
  paper: '紙に署名しました。原本を保管しています。',
  phone: '電話で内容を読み上げ、同意をうかがいました。',
} as const

const HAND: Agreement[] = [
  { party: 'client', name: '', agreed: null },
  { party: 'supporter', name: '', agreed: null },
  { party: 'supporter', name: '', agreed: null },
]

/** Who agreed, when and how; a line to sign on for everybody who has not yet. */
export function agreements({ agreements: asked, plan }: AgreedPlanV1): Block {
  const list = asked.length || plan ? asked : HAND
  const done = list.every(({ agreed }) => agreed)
  return stack([
    text('この計画の目的・計画・内容について、説明を受け、同意します。', CELL),
    space(4),
    ruled(list.map(row), [cells('立場', 'お名前（呼び名）', '同意の方法・署名', '同意した日')]),
    space(6),
    text(`${done ? RECORDED : TO_SIGN}${CHANGES}`, { size: 9.5, leading: 15 }),
  ])
}

const RECORDED = 'この書面は、この版の計画に対して、上記の方法・日時で同意が行われたことを記録したものです。'
const TO_SIGN = '全員の同意がそろったときに、この計画が始まります。同意しなくても、困ることはありません。'
const CHANGES = '計画の目的・計画・内容が変わるときは、新しい版をつくり、あらためて全員に同意をおたずねします。'

function cells(...words: [string, string, string, string]): RuledRow {
  return rowOf(words.map((one) => text(one, { ...CELL, align: 'center' })), 22)
}

function row({ party, name, agreed }: Agreement): RuledRow {
  const who = [label(PARTIES[party]), name ? cell(name) : room(16)]
  if (!agreed) return rowOf([...who, cell('署名'), cell('令和　　年\n　　月　　日')], 48)
  const by = agreed.recordedBy ? `（記録した人　${agreed.recordedBy}）` : ''
  const how = cell(`${METHODS[agreed.method]}${by}`)
  const drawn = agreed.strokes && signature(agreed.strokes, 44)
  return rowOf([...who, stack([drawn, how]), cell(instantLines(agreed.at))], 25)
}

function rowOf(blocks: readonly Block[], minHeight: number): RuledRow {
  const widths = [72, 104, 'rest', 100] as const
  return { minHeight, cells: blocks.map((block, i) => ({ width: widths[i]!, block, middle: true })) }
}
