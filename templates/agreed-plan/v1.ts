import { dayToWareki } from '#app/shared/wareki.ts'
import {
  cell,
  formHead,
  formTitle,
  grid,
  heading,
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
import { agreements } from './v1.agreements.ts'
import { agreedPlanSamples } from './v1.sample.ts'
import { agreedPlanV1 } from './v1.schema.ts'
import type { Block, Frame } from '../frame/parts.ts'
import type { AgreedPlanV1 } from './v1.schema.ts'

/** 派遣同意書・活動計画書 (S3 第3-3(2)ア), agreed, to be signed on paper, or blank. */
export const agreedPlan = defineTemplate({
  kind: 'agreedPlan',
  version: 1,
  title: '派遣同意書・活動計画書',
  formNo: '様式第4号',
  edition: '活動計画書 第1版',
  schema: agreedPlanV1,
  samples: agreedPlanSamples,
  render,
})

type Plan = AgreedPlanV1['plan']

const NOT_DONE = 'ご本人がいやだと思うことは、しません。外へ出ることや働くことを、すすめません。'

function render(data: AgreedPlanV1, frame: Frame): void {
  const { plan } = data
  frame.section({})
  frame.put(formHead(frame))
  frame.put(formTitle(agreedPlan.title))
  frame.put(para(opening(data)))
  frame.put(stack([heading(1, 'この計画'), about(data)]))
  frame.put(stack([heading(2, '目的・計画・内容'), content(plan)]))
  frame.put(stack([heading(3, '連絡先'), emergency(data)]))
  frame.put(stack([heading(4, 'だれに、何を伝えるか'), shares(plan)]))
  frame.put(together(stack([heading(5, 'お休みしたいとき、やめたいとき'), numbered(stopping(data))])))
  frame.put(together(stack([heading(6, '同意'), agreements(data)])))
}

function opening({ body, clientName }: AgreedPlanV1): string {
  const client = clientName ?? 'ご本人'
  return (
    `この書面は、${client}と、サポーターと、${body.name}が、これからの活動について同じ内容を確かめるためのものです。` +
    '全員が同意したときに、活動が始まります。話さなくてもかまいません。会わない日があってもかまいません。'
  )
}

function about({ dispatchNo, versionNo, offeredOn, plan, clientName }: AgreedPlanV1): Block {
  const version = versionNo ? `第${versionNo}版${offeredOn ? `（${dayToWareki(offeredOn)}）` : ''}` : null
  const period = plan ? `${dayToWareki(plan.from)}から${dayToWareki(plan.to)}まで` : BLANK_PERIOD
  return grid([
    { pair: [{ label: '番号', block: or(dispatchNo) }, { label: '計画の版', block: or(version) }] },
    {
      pair: [
        { label: 'お名前', block: or(clientName) },
        { label: 'サポーター', block: or(plan?.supporters.join('、')) },
      ],
    },
    { label: '期間', block: cell(period) },
    { label: '回数・頻度', block: or(plan?.frequency), minHeight: open(plan, 28) },
    { label: '場所', block: or(plan?.place), minHeight: open(plan, 28) },
    { label: '会い方', block: or(plan?.way), minHeight: open(plan, 28) },
  ])
}

const BLANK_PERIOD = '令和　　　年　　　月　　　日から　令和　　　年　　　月　　　日まで'

function content(plan: Plan): Block {
  return grid([
    { label: '目的', block: or(plan?.purpose), minHeight: open(plan, 50) },
    { label: '計画', block: or(plan?.plan), minHeight: open(plan, 62) },
    { label: 'すること', block: or(plan?.content), minHeight: open(plan, 62) },
    { label: 'しないこと', block: cell(plan?.notDone ?? NOT_DONE), minHeight: open(plan, 46) },
  ])
}

function emergency({ plan, body }: AgreedPlanV1): Block {
  const own = { who: body.contact.office, phone: body.contact.phone, note: null }
  const listed = plan?.emergency.length ? plan.emergency : [own, ...(plan ? [] : [BLANK_CALL, BLANK_CALL])]
  const rows = listed.map(({ who, phone, note }) => [who, phone ?? '', note ?? ''])
  return stack([
    text('気になることがあるときや、急なことがあったときは、上から順に連絡してください。', { size: 10, leading: 16 }),
    space(4),
    table(
      [
        { head: '連絡先', width: 'rest' },
        { head: '電話番号', width: 120, align: 'center' },
        { head: '時間など', width: 150 },
      ],
      rows,
      { minHeight: 24 },
    ),
  ])
}

const BLANK_CALL = { who: '', phone: null, note: null }

function shares(plan: Plan): Block {
  if (plan && plan.shares.length === 0) {
    return para('この計画について、ほかの人に伝えることは、ありません。命にかかわる心配があるときだけは、必要なところへ連絡します。')
  }
  const rows = plan?.shares.map(({ item, withWhom }) => [item, withWhom]) ?? [['', ''], ['', ''], ['', '']]
  return table([{ head: '伝えること', width: 'rest' }, { head: '伝える相手', width: 'rest' }], rows, {
    minHeight: plan ? 24 : 28,
  })
}

function stopping({ body }: AgreedPlanV1): string[] {
  return [
    'いつでも、理由を言わずに、お休みしたり、やめたりできます。そのことで、困ることや責められることはありません。',
    '画面のボタン、メール、電話、はがき、ご家族やサポーターからの伝言。どの方法でもかまいません。',
    '受け取ったときから、これからの予定はすべて取り消します。また始めたくなったときは、いつでもお話しください。',
    `伝える先　${contactWords(body.contact)}`,
  ]
}

function or(words: string | null | undefined): Block {
  return words ? cell(words) : room(16)
}

/** Room for handwriting on a blank; the usual height otherwise. */
function open(plan: Plan, height: number): number {
  return plan ? 25 : height
}
