import { dayToWareki } from '#app/shared/wareki.ts'
import { CELL, cell, checks, grid, label, room, ruled, signature, stack, text } from '../frame/parts.ts'
import { contactWords, instantWords } from '../words.ts'
import type { Block, GridRow } from '../frame/parts.ts'
import type { RosterConsentV1 } from './v1.schema.ts'

type Answers = RosterConsentV1['answers']
type Signature = NonNullable<Answers>['signature']

const DAY_BY_HAND = '令和　　　年　　　月　　　日'

/** Who explained, when and how. */
export function explanation(answers: Answers): Block {
  if (!answers) {
    const ways = ['対面', 'オンライン', '電話', '書面'].map((words) => ({ label: words, on: false }))
    return grid([
      { pair: [field('説明の日', cell(DAY_BY_HAND)), field('説明した人', room(16))], minHeight: 30 },
      { label: '方法', block: checks(ways, CELL) },
    ])
  }
  const { at, by, how } = answers.explained
  return grid([
    { label: '日時', block: cell(instantWords(at)) },
    { pair: [field('方法', cell(how)), field('説明した人', cell(by))] },
  ])
}

/** The person and the signature; to be signed by hand, every field is left open. */
export function signer({ answers }: RosterConsentV1): Block {
  if (!answers) return signerByHand()
  const { person, identity } = answers
  const rows: (GridRow | null)[] = [
    { label: 'フリガナ', block: cell(person.kana) },
    { label: '氏名', block: text(person.name, { size: 13, leading: 22, align: 'left' }), minHeight: 32 },
    person.birthDay && { label: '生年月日', block: cell(dayToWareki(person.birthDay)) },
    person.address && { label: '住所', block: cell(person.address) },
    person.phone && { label: '電話番号', block: cell(person.phone) },
    ...signatureRows(answers.signature),
    identity ? { label: '本人の確認', block: cell(identity) } : null,
  ].map((row) => row || null)
  return grid(rows)
}

/** Who wrote for the person, how they are related and why; only printed when somebody did. */
export function proxy(answers: Answers): Block {
  const by = answers?.proxy
  const or = (words: string | null | undefined) => (answers ? cell(words || 'なし') : room(16))
  return grid([
    { pair: [field('代筆した人', or(by?.name)), field('続柄', or(by?.relation))], minHeight: 30 },
    { pair: [field('代筆の理由', or(by?.reason)), field('立ち会った人', or(by?.witness))], minHeight: 30 },
  ])
}

/** What the document proves and what it does not, and where to ask. */
export function evidence(data: RosterConsentV1): Block {
  const { answers, body, text: version } = data
  const small = { size: 9.5, leading: 15 }
  const shown = `説明の文面は第${version.no}版（文面の指紋 ${version.sha256.slice(0, 16)}）です。`
  const ask = `お問い合わせ先　${contactWords(body.contact)}`
  const copy = answers
    ? 'この書面の写しを、ご本人にお渡しします。'
    : `書き終わったら、${body.contact.office}へお出しください。郵送でも、お持ちいただいてもかまいません。写しをお渡しします。`
  return stack([text(proof(answers, body.name) + shown + copy, small), text(ask, small)], 2)
}

/** The lines the office fills in when the paper arrives. */
export function office({ body }: RosterConsentV1): Block {
  const half = (words: string) => ({ width: 82, block: label(words), middle: true })
  const empty = { width: 'rest' as const, block: room(16) }
  return stack([
    text(`${body.name}が書くところ`, { size: 9.5, leading: 15, align: 'left' }),
    ruled([
      { minHeight: 30, cells: [half('受付日'), empty, half('受け付けた人'), empty] },
      { minHeight: 30, cells: [half('本人の確認'), empty, half('写しの交付'), empty] },
    ]),
  ])
}

function field(words: string, block: Block): { label: string; block: Block } {
  return { label: words, block }
}

function signerByHand(): Block {
  const optional = text('名簿にのせないときは、書かなくてもかまいません。', { size: 9, leading: 14, align: 'left' })
  return grid([
    { label: 'フリガナ', block: room(16) },
    { label: '氏名\n（ご自分で書く）', block: room(16), minHeight: 46 },
    { label: '生年月日', block: cell('昭和・平成　　　年　　　月　　　日'), minHeight: 28 },
    { label: '住所', block: stack([optional, room(16)]) },
    { label: '電話番号', block: optional, minHeight: 30 },
    { label: '署名した日', block: cell(DAY_BY_HAND), minHeight: 28 },
  ])
}

function signatureRows(signed: Signature): GridRow[] {
  if (signed.method === 'drawn') {
    const how = text('画面に、ご本人が書いた署名です。', { size: 9, leading: 14, align: 'left' })
    return [
      { label: '署名', block: stack([signature(signed.strokes, 60), how]) },
      { label: '署名した日時', block: cell(instantWords(signed.signedAt)) },
    ]
  }
  if (signed.method === 'paper') {
    const scan = signed.scanSha256 ? `（読み取った画像の指紋 ${signed.scanSha256.slice(0, 16)}）` : ''
    return [
      { label: '署名', block: cell(`紙の書面に署名があります。原本を保管しています${scan}。`) },
      {
        pair: [
          field('署名した日', cell(dayToWareki(signed.signedOn))),
          field('受け取った日', cell(dayToWareki(signed.receivedOn))),
        ],
      },
    ]
  }
  return [
    { label: '記名', block: cell(`${signed.typedName}（ご本人が画面に入力した名前です。）`) },
    { label: '記名した日時', block: cell(instantWords(signed.signedAt)) },
  ]
}

function proof(answers: Answers, body: string): string {
  if (!answers) return ''
  if (answers.signature.method === 'paper') {
    return (
      `この書面は、紙の書面に署名が行われたことと、その内容を記録したものです。原本は${body}が保管しています。` +
      '記録後の改変は、照合コードで確認できます。'
    )
  }
  const act = answers.signature.method === 'drawn' ? '署名' : '記名'
  return (
    `この書面は、表示した文面に対して、上記の方法・日時で${act}が行われたことを記録したものです。` +
    '記録後の改変は、照合コードで確認できます。'
  )
}
