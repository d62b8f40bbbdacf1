import { space, stack, together } from '../frame/block.ts'
import { CELL, cell, label } from '../frame/form.ts'
import { room, signature } from '../frame/hand.ts'
import { ruled } from '../frame/ruled.ts'
import { text } from '../frame/text.ts'
import { instantWords } from '../words.ts'
import type { Block } from '../frame/block.ts'
import type { RuledRow } from '../frame/ruled.ts'
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
export function agreements({ agreements: given, plan }: AgreedPlanV1): Block {
  const list = given.length || plan ? given : HAND
  const head: RuledRow = {
    minHeight: 22,
    cells: [
      { width: 72, block: text('立場', { ...CELL, align: 'center' }), middle: true },
      { width: 92, block: text('お名前（呼び名）', { ...CELL, align: 'center' }), middle: true },
      { width: 'rest', block: text('同意した日と方法', { ...CELL, align: 'center' }), middle: true },
    ],
  }
  return stack([
    text('この計画の目的・計画・内容について、説明を受け、同意します。', CELL),
    space(4),
    together(ruled(list.map(row), [head])),
    space(6),
    text(
      'この書面は、この版の計画に対して、上記の方法・日時で同意が行われたことを記録したものです。計画の目的・計画・内容が変わるときは、新しい版をつくり、あらためて全員に同意をおたずねします。',
      { size: 9.5, leading: 15 },
    ),
  ])
}

function row({ party, name, agreed }: Agreement): RuledRow {
  return {
    minHeight: agreed ? 25 : 46,
    cells: [
      { width: 72, block: label(PARTIES[party]), middle: true },
      { width: 92, block: name ? cell(name) : room(16), middle: true },
      { width: 'rest', block: agreed ? given(agreed) : byHand(), middle: true },
    ],
  }
}

function given({ at, method, recordedBy, strokes }: NonNullable<Agreement['agreed']>): Block {
  const by = recordedBy ? `（記録した人　${recordedBy}）` : ''
  return stack([
    strokes && signature(strokes, 44),
    cell(`${instantWords(at)}　${METHODS[method]}${by}`),
  ])
}

function byHand(): Block {
  return stack([room(20), text('署名　　　　　　　　　　　　　　　　令和　　年　　月　　日', { size: 9, leading: 14, align: 'left' })])
}
