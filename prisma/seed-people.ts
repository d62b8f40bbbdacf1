import type { Answer } from '#app/features/roster/domain/reconfirmation-lifecycle.ts'
import type { Choices } from '#app/features/consent/views.ts'
import type { usualWillingness } from '#tests/factories/roster.ts'
import type { ApplicantFacts } from '#tests/factories/training.ts'

/** A supporter of the demo: what was applied with, what the roster says, and the answer to this year's question. */
export interface DemoSupporter {
  applicant: ApplicantFacts
  workingName: string
  homeArea: string
  choices?: Partial<Choices>
  phone?: string
  /** None: no answer has come yet. */
  answer?: Answer
  said?: Partial<typeof usualWillingness>
}

function named(family: [string, string], given: [string, string], mail: string): ApplicantFacts {
  return {
    familyName: family[0], familyKana: family[1], givenName: given[0], givenKana: given[1],
    email: `${mail}@mihon.example.jp`,
  }
}

const everyDay = ['1', '2', '3', '4', '5']

/** Plainly fictional, with names that forms and fonts find hard. */
export const demoSupporters = {
  hana: {
    applicant: { ...named(['千葉', 'チバ'], ['花子', 'ハナコ'], 'hanako'), preferredName: 'はな' },
    workingName: 'はな', homeArea: 'あおば市 北区', choices: { phone: true }, phone: '000-0000-0071',
    answer: 'willing', said: { weekdays: everyDay, parts: ['morning', 'afternoon'], monthlyCap: 8 },
  },
  saki: {
    applicant: named(['髙橋', 'タカハシ'], ['﨑子', 'サキコ'], 'sakiko'),
    workingName: 'さき', homeArea: 'あおば市 中央区', choices: { peer: true },
    answer: 'willing', said: { areas: ['中央区', '南区'], weekdays: everyDay, monthlyCap: 6 },
  },
  jiro: {
    applicant: named(['𠮷田', 'ヨシダ'], ['じろう', 'ジロウ'], 'jiro'),
    workingName: 'じろう', homeArea: 'あおば市 北区', answer: 'willing', said: { weekdays: ['2', '4'], monthlyCap: 6 },
  },
  momiji: {
    applicant: named(['見本', 'ミホン'], ['もみじ', 'モミジ'], 'momiji'), workingName: 'もみじ', homeArea: 'しらかば町',
  },
  icho: {
    applicant: named(['仮野', 'カリノ'], ['いちょう', 'イチョウ'], 'icho'),
    workingName: 'いちょう', homeArea: 'あおば市 南区', answer: 'resting',
  },
  akane: {
    applicant: named(['例木', 'レイキ'], ['あかね', 'アカネ'], 'akane'),
    workingName: 'あかね', homeArea: 'あおば市 北区', choices: { peer: true, phone: true }, phone: '000-0000-0072',
    answer: 'willing', said: { areas: ['北区'], weekdays: ['3', '5'], steps: ['1', '3', '4'], monthlyCap: 6 },
  },
  tsubasa: {
    applicant: named(['試田', 'シダ'], ['つばさ', 'ツバサ'], 'tsubasa'),
    workingName: 'つばさ', homeArea: 'あおば市 海浜区',
    answer: 'willing', said: { areas: ['海浜区', '中央区'], weekdays: ['6', '7'], parts: ['morning'] },
  },
  minori: {
    applicant: named(['見野', 'ミノ'], ['みのり', 'ミノリ'], 'minori'),
    workingName: 'みのり', homeArea: 'あおば市 南区', choices: { address: true },
    answer: 'willing', said: { areas: ['南区'], weekdays: ['1', '4'], parts: ['morning', 'afternoon'] },
  },
  kaede: {
    applicant: named(['仮谷', 'カリヤ'], ['かえで', 'カエデ'], 'kaede'),
    workingName: 'かえで', homeArea: 'あおば市 中央区', choices: { peer: true },
    answer: 'willing', said: { areas: ['中央区', '北区'], weekdays: ['2', '6'], steps: ['1', '3'] },
  },
  sota: {
    applicant: named(['例沢', 'レイサワ'], ['そうた', 'ソウタ'], 'sota'),
    workingName: 'そうた', homeArea: 'あおば市 北区',
    answer: 'willing', said: { areas: ['北区', '海浜区'], weekdays: ['4', '5'], parts: ['evening'] },
  },
  nagisa: {
    applicant: named(['試野', 'シノ'], ['なぎさ', 'ナギサ'], 'nagisa'),
    workingName: 'なぎさ', homeArea: 'あおば市 海浜区', choices: { phone: true }, phone: '000-0000-0073',
    answer: 'willing', said: { areas: ['海浜区', '南区', '北区'], weekdays: ['4'], monthlyCap: 2 },
  },
  yu: {
    applicant: named(['見谷', 'ミタニ'], ['ゆう', 'ユウ'], 'yu'),
    workingName: 'ゆう', homeArea: 'あおば市 中央区', answer: 'declined',
  },
  shinobu: {
    applicant: named(['仮沢', 'カリサワ'], ['しのぶ', 'シノブ'], 'shinobu'),
    workingName: 'しのぶ', homeArea: 'あおば市 南区', answer: 'willing', said: { areas: ['南区'] },
  },
} as const satisfies Record<string, DemoSupporter>

export type SupporterKey = keyof typeof demoSupporters

/** Completed the training and has signed; waits for a registration number. */
export const newcomer = {
  applicant: named(['例野', 'レイノ'], ['たける', 'タケル'], 'takeru'),
  choices: { peer: true },
}

/** Two who wait for an answer to their application. */
export const applicants: ApplicantFacts[] = [
  named(['見村', 'ミムラ'], ['ほたる', 'ホタル'], 'hotaru'),
  named(['試沢', 'シザワ'], ['あさひ', 'アサヒ'], 'asahi'),
]
