import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { sampleStrokes } from '../sample-strokes.ts'
import type { RosterConsentV1 } from './v1.schema.ts'

type Answers = NonNullable<RosterConsentV1['answers']>

const form: RosterConsentV1 = {
  body: {
    name: 'みどり県',
    addressee: 'みどり県知事',
    contact: { office: 'みどり県 名簿担当', phone: '000-0000-0010', email: 'meibo@midori.example.jp' },
  },
  text: {
    no: 3,
    sha256: '4f0c2b7a9d1e8836c5a0f7e2d4b96813aa70c1d2e3f405162738495a6b7c8d9e',
    purpose:
      'ひきこもりの状態にある方やご家族のもとへうかがうサポーターを、市町村がお願いするときのために、研修を修了した方の名簿をつくります。',
    items: [
      'これは、ひきこもりサポーターとして名簿に登録するための書類です。登録するかどうかは、ご自分で決められます。登録しなくても、研修の修了には影響しません。',
      '名簿にのせる内容は、この書面の「名簿にのせる内容」のとおりです。電話番号・住所・経験（ピアサポーターであること）は、のせるかどうかを一つずつ選べます。',
      '名簿は、サポーター派遣をしている市町村と、これから始める予定の市町村にお渡しします。今の渡し先は、この書面の「名簿をお渡しする先」のとおりです。渡し先が増えるときは、お知らせします。',
      '市町村は、名簿を「どのサポーターにお願いするか」を決めるためだけに使います。ほかの目的には使いません。',
      '市町村は、お願いをする前に、今も活動してよいかをもう一度おたずねします。ことわってもかまいません。',
      '活動で知ったことは、ほかの人に話しません。サポーターをやめた後も同じです。',
      '同意は、いつでも取りやめられます。理由は必要ありません。取りやめた後は、渡した名簿からも消すように市町村へ伝えます。',
      '記録は、登録をやめた次の年度から5年間保存し、その後に消します。',
      'ご自分の記録を見たい・直したいときの窓口は、みどり県 名簿担当（電話 000-0000-0010）です。',
    ],
    promises: [
      '活動で知った方のこと、ご家族のこと、ご近所のことを、ほかの人に話しません。家族や友人にも話しません。',
      '名前や住まいがわかることを、書いたり、写真にとったり、インターネットにのせたりしません。',
      'この約束は、サポーターをやめた後も守ります。',
      '心配なことやこまったことがあったときは、ひとりで抱えずに、担当者へ話します。',
    ],
  },
  registered: ['氏名', 'フリガナ', '活動名', '登録番号', '活動できる市町村', '研修を修了した日'],
  recipients: [
    { name: 'あおば市', status: 'operating' },
    { name: 'くろまつ市', status: 'operating' },
    { name: 'しらかば町', status: 'planned' },
  ],
  recipientsOn: asTokyoDay('2026-11-15'),
  coversPlanned: true,
  recipientListAt: 'マイページの「名簿」',
  period: { from: asTokyoDay('2026-11-15'), to: asTokyoDay('2027-03-31') },
  retentionYears: 5,
  answers: null,
}

const answers: Answers = {
  person: {
    name: '見本 花子',
    kana: 'ミホン ハナコ',
    birthDay: asTokyoDay('1985-04-01'),
    address: 'みどり県あおば市例町1丁目2番3号',
    phone: '000-0000-0031',
  },
  choices: { phone: true, address: false, peer: true, photo: false },
  explained: { at: '2026-11-15T01:05:00.000Z', by: '名簿担当 試川 次郎', how: '対面' },
  identity: '面前で確認（職員）',
  signature: { method: 'drawn', signedAt: '2026-11-15T01:32:00.000Z', strokes: sampleStrokes },
  proxy: null,
}

const longAddress =
  'みどり県あおば市中央区例町大字見本字試作1丁目2番地の3 見本ハイツ・グランドテラス例町駅前第二 1234号室（試川様方）'

/** Signed on a screen; on paper with a proxy; typed with rare characters; very long; the blank. */
export const rosterConsentSamples = {
  usual: { ...form, answers },
  paperByProxy: {
    ...form,
    answers: {
      ...answers,
      person: { name: '髙橋 﨑子', kana: 'タカハシ サキコ', birthDay: null, address: null, phone: null },
      choices: { phone: false, address: false, peer: false, photo: false },
      identity: null,
      signature: {
        method: 'paper' as const,
        signedOn: asTokyoDay('2026-11-12'),
        receivedOn: asTokyoDay('2026-11-16'),
        scanSha256: '9b74c9897bac770ffc029102a200c5de11aa22bb33cc44dd55ee66ff77889900',
      },
      proxy: {
        name: '髙橋 例',
        relation: '姉',
        reason: 'けがのため、ペンを持てないから。',
        witness: '名簿担当 試川 次郎',
      },
    },
  },
  typed: {
    ...form,
    coversPlanned: false,
    recipients: [],
    period: { from: null, to: asTokyoDay('2027-03-31') },
    answers: {
      ...answers,
      person: { ...answers.person, name: '𠮷田 葛\u{E0100}之介', kana: 'ヨシダ クズノスケ' },
      signature: {
        method: 'typed' as const,
        signedAt: '2026-11-15T01:32:00.000Z',
        typedName: '𠮷田 葛\u{E0100}之介',
      },
    },
  },
  long: {
    ...form,
    text: {
      ...form.text,
      purpose: `${form.text.purpose}\n${form.text.purpose}${form.text.purpose}`,
      items: [...form.text.items, ...form.text.items].map((words) => words + words).slice(0, 16),
    },
    recipients: Array.from({ length: 60 }, (_, i) => ({
      name: `例第${i + 1}市`,
      status: i % 3 === 0 ? ('planned' as const) : ('operating' as const),
    })),
    answers: {
      ...answers,
      person: {
        ...answers.person,
        name: 'マリア・クリスティーナ・フェルナンデス・デ・ラ・クルス 見本山田乃長名前左衛門',
        kana: 'マリア・クリスティーナ・フェルナンデス・デ・ラ・クルス ミホンヤマダノナガナマエザエモン',
        address: longAddress,
      },
    },
  },
  blank: { ...form, period: { from: null, to: asTokyoDay('2027-03-31') } },
} satisfies Record<string, RosterConsentV1>
