import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import type { IncidentReportV1 } from './v1.schema.ts'

type Report = NonNullable<IncidentReportV1['report']>

const body: IncidentReportV1['body'] = {
  name: 'あおば市',
  addressee: 'あおば市 事業責任者',
  office: 'あおばデスク',
}

const first: Report = {
  stage: 'first',
  no: 1,
  reportedAt: '2026-12-05T06:20:00.000Z',
  reportedBy: '派遣担当 試川 三郎',
  dispatchNo: '第R8-0007号',
  occurredAt: '2026-12-05T05:25:00.000Z',
  place: 'あおば市例町1丁目 バス停の近く（訪問の帰り道）',
  kinds: ['injury'],
  kindOther: null,
  people: [
    { role: 'サポーター', name: 'はなさん', state: '右の手首を痛めた。会話はふつうにできる。' },
    { role: 'ご本人', name: '見本さん', state: null },
  ],
  summary: '訪問を終えて帰るとちゅう、ぬれた階段で足をすべらせ、手をついて手首を痛めた。',
  timeline: [
    { at: '2026-12-05T05:00:00.000Z', what: '訪問を始めた。玄関で10分ほど話した。' },
    { at: '2026-12-05T05:25:00.000Z', what: '帰り道の階段で足をすべらせた。' },
    { at: '2026-12-05T05:32:00.000Z', what: '本人からあおばデスクへ電話があった。' },
  ],
  firstResponse: 'その場で座って休むよう伝え、近くの整形外科を案内した。担当が病院でむかえた。',
  calls: [
    { who: 'あおばデスク', at: '2026-12-05T05:32:00.000Z', by: 'はなさん', result: '担当が受けた。' },
    { who: '事業責任者', at: '2026-12-05T05:50:00.000Z', by: '試川 三郎', result: '病院へ行くことを了承。' },
    { who: '保険の窓口', at: null, by: null, result: '診断の後に連絡する。' },
  ],
  presentState: '受診中。痛みはあるが、はれは少ない。',
  cause: null,
  prevention: null,
  insurance: { covered: true, contactedAt: null, note: 'ボランティア活動保険' },
  leak: null,
}

const sentence = '担当が話を聞き、その場でできることを確かめ、次の日の予定を取り消して、関係する人に伝えた。'

/** First report; final with a leak; very long; the blank. */
export const incidentReportSamples = {
  usual: { body, incidentNo: '第R8-0001号', report: first },
  finalWithLeak: {
    body,
    incidentNo: '第R8-0002号',
    report: {
      ...first,
      stage: 'final' as const,
      no: 4,
      kinds: ['leak' as const, 'other' as const],
      kindOther: '置き忘れ',
      people: [],
      timeline: [],
      calls: [],
      cause: '移動のとちゅうで、予定を書いた紙をバスに置き忘れた。紙に書いて持ち歩いていた。',
      prevention: '予定は画面だけで見ることにし、紙には書かない。研修で全員に伝えた。',
      insurance: null,
      leak: {
        discoveredAt: '2026-12-07T00:10:00.000Z',
        preliminaryDueOn: asTokyoDay('2026-12-12'),
        finalDueOn: asTokyoDay('2027-01-06'),
        personsAffected: 1,
        notifiedOn: asTokyoDay('2026-12-08'),
      },
    },
  },
  long: {
    body,
    incidentNo: '第R8-0003号',
    report: {
      ...first,
      stage: 'followUp' as const,
      no: 12,
      kinds: ['injury' as const, 'violence' as const, 'damage' as const, 'traffic' as const],
      place: `${sentence}${sentence}${sentence}${sentence}`.slice(0, 180),
      people: Array.from({ length: 12 }, (_, i) => ({
        role: 'ご近所の方',
        name: `例の${i + 1}さん`,
        state: `${sentence}${sentence}`.slice(0, (i + 1) * 8),
      })),
      summary: sentence.repeat(50).slice(0, 2_000),
      timeline: Array.from({ length: 40 }, (_, i) => ({
        at: `2026-12-05T0${i % 10}:${10 + i}:00.000Z`,
        what: sentence.repeat(1 + (i % 3)),
      })),
      firstResponse: sentence.repeat(50).slice(0, 2_000),
      calls: Array.from({ length: 20 }, (_, i) => ({
        who: `${i + 1}番目の連絡先 あおばデスク 夜間休日対応 担当者の控え`,
        at: i % 4 ? '2026-12-05T05:50:00.000Z' : null,
        by: i % 3 ? '試川 三郎左衛門' : null,
        result: sentence,
      })),
      presentState: sentence.repeat(50).slice(0, 2_000),
      cause: sentence.repeat(50).slice(0, 2_000),
      prevention: Array.from({ length: 60 }, (_, i) => `${i + 1}　気をつけること。`).join('\n'),
    },
  },
  blank: { body, incidentNo: null, report: null },
} satisfies Record<string, IncidentReportV1>
