import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { sampleStrokes } from '../sample-strokes.ts'
import type { AgreedPlanV1 } from './v1.schema.ts'

type Plan = NonNullable<AgreedPlanV1['plan']>

const body: AgreedPlanV1['body'] = {
  name: 'あおば市',
  contact: { office: 'あおばデスク', phone: '000-0000-0020', email: 'desk@aoba.example.jp' },
}

const plan: Plan = {
  purpose: '好きな音楽の話を、ゆっくりできる人と知り合うこと。',
  plan: 'はじめの1か月は、お手紙だけのやりとりをします。その後のことは、ご本人のペースで、いっしょに考えます。',
  content: '・お手紙を書いてお届けします。お返事はなくてもかまいません。\n・会えるときは、30分ほど、音楽やゲームの話をします。',
  notDone: '・外へ出ることや働くことを、すすめません。\n・お部屋には、さそわれないかぎり入りません。\n・写真をとったり、録音したりしません。',
  way: 'お手紙、ドアごしのあいさつ',
  place: 'ご自宅（玄関まで）',
  frequency: '月に2回、土曜日の14時から30分ほど',
  from: asTokyoDay('2026-12-01'),
  to: asTokyoDay('2027-03-31'),
  supporters: ['はなさん', 'れいさん'],
  emergency: [
    { who: 'あおばデスク', phone: '000-0000-0020', note: '平日 9時から17時まで' },
    { who: '休日・夜間の当番', phone: '000-0000-0021', note: null },
    { who: '救急', phone: '119', note: '命にかかわるとき' },
  ],
  shares: [
    { item: '訪問した日と、お会いできたかどうか', withWhom: 'あおばデスクの担当' },
    { item: 'お話の内容', withWhom: 'サポーターと担当だけ。ご家族には伝えません。' },
    { item: '命にかかわる心配があるとき', withWhom: '医療機関、消防など必要なところ' },
  ],
}

const usual: AgreedPlanV1 = {
  body,
  dispatchNo: '第R8-0007号',
  versionNo: 2,
  offeredOn: asTokyoDay('2026-11-18'),
  clientName: '見本さん',
  plan,
  agreements: [
    {
      party: 'client',
      name: '見本さん',
      agreed: {
        at: '2026-11-20T06:12:00.000Z',
        method: 'inPerson',
        recordedBy: null,
        strokes: sampleStrokes,
      },
    },
    {
      party: 'supporter',
      name: 'はなさん',
      agreed: { at: '2026-11-19T11:40:00.000Z', method: 'link', recordedBy: null, strokes: null },
    },
    {
      party: 'supporter',
      name: 'れいさん',
      agreed: { at: '2026-11-19T02:05:00.000Z', method: 'phone', recordedBy: '派遣担当 試川 三郎', strokes: null },
    },
  ],
}

const sentence = 'ゆっくりと、ご本人のペースに合わせて、無理のない範囲で、お話をうかがいます。'

/** Agreed; to be signed on paper; very long texts; the blank. */
export const agreedPlanSamples = {
  usual,
  toSign: {
    ...usual,
    versionNo: 1,
    plan: { ...plan, notDone: null, emergency: [], shares: [] },
    agreements: [
      { party: 'client', name: '見本さん', agreed: null },
      { party: 'family', name: '見本さんのお母さま', agreed: null },
      { party: 'supporter', name: 'はなさん', agreed: null },
    ],
  },
  long: {
    ...usual,
    clientName: '𠮷田 葛\u{E0100}之介さん',
    plan: {
      ...plan,
      purpose: sentence.repeat(20).slice(0, 1_000),
      plan: sentence.repeat(50).slice(0, 2_000),
      content: Array.from({ length: 40 }, (_, i) => `・${i + 1}回目　${sentence}`).join('\n'),
      notDone: sentence.repeat(25).slice(0, 1_000),
      place: 'あおば市中央区例町大字見本字試作1丁目2番地の3 見本ハイツ・グランドテラス例町駅前第二 1234号室',
      supporters: ['はなさん', 'れいさん', '髙橋さん', '﨑子さん'],
      emergency: Array.from({ length: 8 }, (_, i) => ({
        who: `${i + 1}番目の連絡先（あおばデスク 夜間休日対応 担当者の控え）`,
        phone: '000-0000-0020',
        note: sentence.slice(0, 40),
      })),
      shares: Array.from({ length: 12 }, (_, i) => ({
        item: `${i + 1} ${sentence}${sentence}`.slice(0, 110),
        withWhom: `${sentence}${sentence}`.slice(0, 100),
      })),
    },
  },
  blank: {
    body,
    dispatchNo: null,
    versionNo: null,
    offeredOn: null,
    clientName: null,
    plan: null,
    agreements: [],
  },
} satisfies Record<string, AgreedPlanV1>
