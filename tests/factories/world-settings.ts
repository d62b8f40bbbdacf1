import type { SettingKey, SettingValue } from '#app/features/directory/settings.ts'
import type { BodyKey } from './world-facts.ts'

interface Setting<K extends SettingKey> {
  /** Null: for the whole installation. */
  body: BodyKey | null
  key: K
  value: SettingValue<K>
}

function setting<K extends SettingKey>(body: BodyKey | null, key: K, value: SettingValue<K>): Setting<K> {
  return { body, key, value }
}

const office = '平日 9時〜17時'

/** The wording and figures of each made-up body, in force from 1 April. */
export const worldSettings = [
  setting('midori', 'desk', {
    name: 'みどり県 地域福祉課 研修担当', mail: 'kenshu@midori.example.jp', phone: '000-0000-0010', hours: office,
  }),
  setting('aoba', 'desk', {
    name: 'あおばデスク', mail: 'desk@aoba.example.jp', phone: '000-0000-0020', hours: office,
  }),
  setting('shirakaba', 'desk', {
    name: 'しらかば町 福祉係', mail: 'fukushi@shirakaba.example.jp', phone: '000-0000-0030', hours: office,
  }),
  setting('kuromatsu', 'desk', {
    name: 'くろまつデスク', mail: 'desk@kuromatsu.example.jp', phone: '000-0000-0040', hours: office,
  }),
  setting('aoba', 'consultationHours', {
    lines: ['月曜から金曜　9時から17時', '第2土曜　10時から15時', 'メールと手紙は、いつでも受け取ります。'],
  }),
  setting('midori', 'training.guide', {
    cost: '無料（交通費はかかります）',
    whoCanApply: [
      '18歳以上の方',
      'みどり県に住んでいる方、通勤や通学をしている方',
      '同じような経験のある方、ご家族の立場の方も申し込めます。経験を話すかどうかは、ご自分で決められます。',
    ],
    afterwards: [
      '修了証書をお渡しします。',
      'サポーターとして登録するかどうかは、そのあとで、ご自分で決めます。登録しなくてもかまいません。',
      '登録したあとも、休むことや、ことわることができます。',
    ],
    questions: [
      {
        question: '人前で話すのが苦手です',
        answer: '話さずに、聞いているだけの時間があってもかまいません。途中で部屋を出ることもできます。名札には、呼び名を書けます。',
      },
      {
        question: '手話通訳や車いすの席はありますか',
        answer: 'あります。申込みのときに書いてください。ほかの参加者には知らせません。',
      },
      { question: '申し込んだあとで、やめられますか', answer: 'いつでもやめられます。理由はいりません。' },
    ],
    declineReasons: [
      'お申し込みが定員より多かったためです。',
      'お申し込みの対象の方ではなかったためです。',
      '研修を開くことができなくなったためです。',
    ],
  }),
  setting('midori', 'training.certificateIssuer', { headPost: 'みどり県知事', headName: '見本 太郎', seal: 'place' }),
  setting('midori', 'roster.provision', {
    purpose: 'サポーター派遣の調整（どのサポーターにお願いするかを決めること）だけに使います。',
    basis: '本人の同意（登録同意書）及び事業実施要領 第3-2(2)イ',
    method: 'この仕組みの画面、及び名簿提供書',
    terms: [
      'サポーター派遣の調整のためだけに使います。ほかの目的には使いません。',
      '見る人を、派遣の担当だけにします。ほかの人や団体には渡しません。',
      'お願いをする前に、今も活動してよいかを、一人ずつもう一度おたずねします。',
      '印刷した紙やファイルは、かぎのかかる場所に置き、期限がきたら消します。',
      '取りやめの知らせが届いたら、すぐに消して、消したことを知らせます。',
    ],
    safeguard: '個人情報の保護に関する法律第70条に基づき、利用目的の限定、取扱者の範囲の限定、漏えい等の防止のための措置を求めます。',
    headPost: 'みどり県知事',
    headName: '見本 太郎',
  }),
  setting('aoba', 'dispatch.areas', { areas: ['北区', '中央区', '南区', '海浜区'] }),
  setting('kuromatsu', 'dispatch.areas', { areas: ['東部', '西部'] }),
]
