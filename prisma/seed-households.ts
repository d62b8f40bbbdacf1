import type { OpenCase } from '#app/features/cases/commands/open-case.server.ts'

type Household = Partial<OpenCase>

const alone = (callName: string): OpenCase['people'] => [
  { relation: 'self', callName, name: null, phone: null, address: null },
]

/** The households of the demo besides あおぞらさん of the drawings. Their houses use nothing but aliases. */
export const households = {
  komorebi: { alias: 'こもれびさん' },
  amayadori: {
    alias: 'あまやどりさん', people: alone('あまやどり'),
    rules: ['noPhone', 'noSenderName'], callTime: null, otherRule: '連絡は手紙だけ',
  },
  kazemachi: {
    alias: 'かぜまちさん',
    people: [
      ...alone('かぜまち'),
      { relation: 'father', callName: '父', name: '見野 みつる', phone: '000-0000-0062', address: null },
    ],
    rules: ['noSenderName'], callTime: '父の携帯。土曜日の午前', otherRule: null,
  },
  tsukimi: {
    alias: 'つきみさん',
    people: [
      ...alone('つきみ'),
      { relation: 'mother', callName: '母', name: '例里 すず', phone: '000-0000-0063', address: 'あおば市見本町4-5' },
    ],
    rules: ['noVoicemail'], callTime: '母の携帯。平日の昼', otherRule: null,
  },
  izumi: {
    alias: 'いずみさん',
    people: [
      ...alone('いずみ'),
      { relation: 'sibling', callName: '姉', name: null, phone: '000-0000-0064', address: null },
    ],
    rules: ['windowlessEnvelope'], callTime: null, otherRule: '姉とは別に住んでいる',
  },
  koharu: { alias: 'こはるさん', people: alone('こはる'), rules: ['noPhone'], callTime: null, otherRule: null },
  shiokaze: {
    alias: 'しおかぜさん',
    people: [
      ...alone('しおかぜ'),
      { relation: 'grandparent', callName: '祖母', name: null, phone: '000-0000-0065', address: null },
    ],
    rules: [], callTime: '祖母の家の電話。午前', otherRule: null,
  },
  nanohana: { alias: 'なのはなさん', people: alone('なのはな'), rules: ['noVoicemail'], callTime: null, otherRule: null },
} satisfies Record<string, Household>
