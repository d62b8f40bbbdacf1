import { dayToWareki } from '#app/shared/wareki.ts'
import {
  addressee,
  cell,
  checks,
  formHead,
  formTitle,
  grid,
  heading,
  numbered,
  para,
  space,
  stack,
  text,
  together,
} from '../frame/parts.ts'
import { defineTemplate } from '../template.ts'
import { evidence, explanation, office, proxy, signer } from './v1.signing.ts'
import { rosterConsentSamples } from './v1.sample.ts'
import { rosterConsentV1 } from './v1.schema.ts'
import type { Block, Frame } from '../frame/parts.ts'
import type { RosterConsentV1 } from './v1.schema.ts'

const LABELS = 96

/** 登録同意書 兼 誓約書 (S3 第3-2(2)イ, (3)ア), filled in or to be signed by hand. */
export const rosterConsent = defineTemplate({
  kind: 'rosterConsent',
  version: 1,
  title: 'ひきこもりサポーター登録同意書 兼 誓約書',
  formNo: '様式第3号',
  edition: '登録同意書 第1版',
  schema: rosterConsentV1,
  samples: rosterConsentSamples,
  render,
})

function render(data: RosterConsentV1, frame: Frame): void {
  frame.section({})
  frame.put(formHead(frame))
  frame.put(stack([space(6), addressee(data.body.addressee), formTitle(rosterConsent.title)]))
  frame.put(para(opening(data)))
  frame.put(stack([heading(1, '目的'), para(data.text.purpose)]))
  frame.put(stack([heading(2, '名簿にのせる内容'), contents(data)]))
  frame.put(stack([heading(3, '名簿をお渡しする先'), recipients(data)]))
  frame.put(stack([heading(4, '説明したこと'), numbered(data.text.items)]))
  frame.put(stack([heading(5, '守る約束（誓約）'), numbered(data.text.promises)]))
  frame.put(together(stack([heading(6, '説明を受けたこと'), explanation(data.answers)])))
  frame.put(together(stack([heading(7, '同意と署名'), signer(data)])))
  if (!data.answers || data.answers.proxy) {
    frame.put(together(stack([heading(8, '代わりに書いた場合（ご本人が書けないときだけ）'), proxy(data.answers)])))
  }
  frame.put(stack([space(8), evidence(data)]))
  if (!data.answers) frame.put(together(stack([space(8), office(data)])))
}

function opening({ body }: RosterConsentV1): string {
  return (
    `私は、この書面の説明を受け、内容がわかったうえで、${body.name}のサポーター名簿に登録することと、` +
    '名簿を「名簿をお渡しする先」の市町村へ渡すことに同意します。また、「守る約束」を守ります。'
  )
}

function contents({ registered, answers, chosen: onScreen, period }: RosterConsentV1): Block {
  const choice = (on: boolean | undefined) =>
    checks([
      { label: 'のせる', on: on === true },
      { label: 'のせない', on: on === false },
    ], { size: 10, leading: 16, gap: 12 })
  const chosen = answers?.choices ?? onScreen
  const from = period.from ? dayToWareki(period.from) : '登録した日'
  const box = (words: string, on: boolean | undefined) => ({ label: words, block: choice(on) })
  return grid(
    [
      { label: 'いつものせる内容', block: cell(registered.join('、')) },
      { pair: [box('電話番号', chosen?.phone), box('住所', chosen?.address)] },
      { pair: [box('ピアサポーター\nであること', chosen?.peer), box('顔写真', chosen?.photo)] },
      {
        label: '登録の期間',
        block: cell(`${from}から${dayToWareki(period.to)}まで。年度の終わりに、続けるかどうかをおたずねします。`),
      },
    ],
    LABELS,
  )
}

function recipients(data: RosterConsentV1): Block {
  const names = (status: 'operating' | 'planned') =>
    data.recipients.filter((r) => r.status === status).map((r) => r.name).join('、') || '今は、ありません。'
  const later = data.coversPlanned
    ? 'これから始める予定になった市町村にも、お渡しします。そのときは、先にお知らせします。'
    : 'ここに名前のない市町村へお渡しするときは、あらためて同意をおたずねします。'
  return stack([
    grid(
      [
        { label: '実施中の市町村', block: cell(names('operating')) },
        { label: '実施予定の市町村', block: cell(names('planned')) },
      ],
      LABELS,
    ),
    space(5),
    text(`${dayToWareki(data.recipientsOn)}現在。今の渡し先は、${data.recipientListAt}で見られます。${later}`, {
      size: 10,
      leading: 16,
    }),
  ])
}
