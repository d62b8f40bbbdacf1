import { dayToWareki } from '#app/shared/wareki.ts'
import {
  addressee,
  beside,
  cell,
  fitted,
  formHead,
  formTitle,
  grid,
  heading,
  mm,
  numbered,
  para,
  room,
  space,
  stack,
  table,
  text,
  together,
} from '../frame/parts.ts'
import { defineTemplate } from '../template.ts'
import { contactWords } from '../words.ts'
import { provisionListSamples } from './v1.sample.ts'
import { provisionListV1 } from './v1.schema.ts'
import type { Block, Frame } from '../frame/parts.ts'
import type { ProvisionColumn, ProvisionListV1 } from './v1.schema.ts'

/** サポーター登録名簿 behind its covering letter 名簿提供書 (S3 第3-2(2)イ). */
export const provisionList = defineTemplate({
  kind: 'provisionList',
  version: 1,
  title: 'サポーター名簿提供書・登録名簿',
  formNo: '様式第4号・第5号',
  edition: '登録名簿 第1版',
  schema: provisionListV1,
  samples: provisionListSamples,
  render,
})

type Entry = ProvisionListV1['entries'][number]

const COLUMNS: Record<ProvisionColumn, { head: string; width: number | 'rest'; align?: 'center' }> = {
  workingName: { head: '活動名', width: 74 },
  area: { head: '活動できる地域', width: 'rest' },
  phone: { head: '電話番号', width: 104, align: 'center' },
  address: { head: '住所', width: 'rest' },
  peer: { head: 'ピア', width: 34, align: 'center' },
}

function render(data: ProvisionListV1, frame: Frame): void {
  frame.section({})
  letter(data, frame)
  frame.section({
    landscape: true,
    margins: { left: 20, right: 20, top: 32, bottom: 22 },
    running: rosterHead(data),
    watermark: `${data.recipient.body} 提供`,
  })
  frame.put(roster(data))
}

function letter(data: ProvisionListV1, frame: Frame): void {
  const { provider, recipient } = data
  const sender = `${provider.headPost}　${provider.headName}（公印省略）`
  frame.put(formHead(frame))
  frame.put(stack([space(6), addressee(recipient.addressee), space(4)]))
  frame.put(fitted(sender, { size: 11, leading: 19, align: 'right' }, 9))
  frame.put(formTitle('サポーター名簿提供書'))
  frame.put(para('サポーター登録名簿を、下のとおり提供します。取扱いの条件を守り、適切に管理してください。'))
  frame.put(stack([space(6), facts(data)]))
  frame.put(stack([heading(1, '取扱いの条件'), numbered(data.terms)]))
  frame.put(stack([heading(2, '措置の求め'), para(data.safeguard)]))
  frame.put(together(stack([heading(null, '受領書'), receipt(data)])))
}

function facts(data: ProvisionListV1): Block {
  const { since } = data
  const items = ['登録番号', 'フリガナ', '氏名', ...data.columns.map((column) => COLUMNS[column].head)]
  const change = since
    ? `前回（${since.provisionNo}、${dayToWareki(since.providedOn)}）から、` +
      `追加${since.added}件、変更${since.changed}件、取りやめ${since.withdrawn}件`
    : 'はじめての提供です。'
  return grid([
    {
      pair: [
        { label: '提供日', block: cell(dayToWareki(data.providedOn)) },
        { label: '有効期限', block: cell(dayToWareki(data.expiresOn)) },
      ],
    },
    { label: '件数', block: cell(`${data.entries.length}件`) },
    { label: '提供する項目', block: cell(`${items.join('、')}（本人がのせることに同意した内容だけ）`) },
    { label: '利用目的', block: cell(data.purpose) },
    { label: '根拠', block: cell(data.basis) },
    { label: '方法', block: cell(data.method) },
    { label: '前回との差', block: cell(change) },
    { label: '問合せ先', block: cell(contactWords(data.provider.contact)) },
  ])
}

function receipt({ receipt: taken, provider, recipient }: ProvisionListV1): Block {
  const words = `${provider.headPost}　様\n上の名簿を受け取りました。取扱いの条件を守ります。`
  return stack([
    text(words, { size: 10, leading: 16 }),
    space(4),
    grid([
      {
        pair: [
          { label: '受領日', block: taken ? cell(dayToWareki(taken.receivedOn)) : cell('令和　　年　　月　　日') },
          { label: '機関名', block: cell(recipient.body) },
        ],
        minHeight: 28,
      },
      { label: '職・氏名', block: taken ? cell(taken.by) : room(16), minHeight: 30 },
    ]),
  ])
}

/** Head of every roster page: whose list it is, and how it must be handled. */
function rosterHead(data: ProvisionListV1): Block {
  const small = { size: 9, leading: 14 } as const
  const until = dayToWareki(data.expiresOn)
  const number = `提供番号 ${data.provisionNo}　提供日 ${dayToWareki(data.providedOn)}　全${data.entries.length}件`
  const to = fitted(`提供先　${data.recipient.body}`, { size: 12, leading: 18 }, 9)
  return stack([
    beside([
      { width: mm(60), block: text('サポーター登録名簿', { size: 14, leading: 22, weight: 'bold', align: 'left' }) },
      { width: 'rest', block: stack([space(4), to]) },
      { width: mm(100), block: stack([space(6), text(number, { ...small, align: 'right' })]) },
    ]),
    text(`取扱注意　複写禁止・目的外の利用禁止・${until}までに返却又は廃棄`, { ...small, align: 'left' }),
  ])
}

function roster({ columns, entries }: ProvisionListV1): Block {
  const chosen = columns.map((column) => {
    // An address needs the room more than the places do.
    return column === 'area' && columns.includes('address') ? { ...COLUMNS.area, width: 118 } : COLUMNS[column]
  })
  const hasRest = chosen.some(({ width }) => width === 'rest')
  const name = { head: 'フリガナ／氏名', width: hasRest ? 126 : ('rest' as const) }
  const fixed = [{ head: '番号', width: 38, align: 'center' as const }, { head: '登録番号', width: 98 }, name]
  const rows = entries.map((entry, i) => {
    const values = columns.map((column) => value(entry, column))
    return [String(i + 1), entry.registrationNo, nameCell(entry), ...values]
  })
  const end = `以上　${entries.length}件　　「―」は、本人がのせないことを選んだか、届出のない項目です。`
  return stack([
    table([...fixed, ...chosen], rows, { size: 9.5 }),
    text(end, { size: 9, leading: 20, align: 'left' }),
  ])
}

function nameCell({ kana, name }: Entry): Block {
  return stack([
    text(kana, { size: 9, leading: 12, align: 'left' }),
    text(name, { size: 11, leading: 15, align: 'left' }),
  ])
}

/** Not being a peer and not wishing to say so look the same. */
function value(entry: Entry, column: ProvisionColumn): string {
  if (column === 'peer') return entry.peer ? '○' : '―'
  return entry[column] ?? '―'
}
