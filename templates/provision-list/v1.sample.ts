import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import type { ProvisionListV1 } from './v1.schema.ts'

type Entry = ProvisionListV1['entries'][number]

const PEOPLE: [kana: string, name: string, workingName: string | null, area: string][] = [
  ['アオキ レイ', '青木 例', 'あお', 'あおば市中央区、東区'],
  ['タカハシ サキコ', '髙橋 﨑子', 'さき', 'あおば市全域'],
  ['ミホン ハナコ', '見本 花子', 'はな', 'あおば市東区、しらかば町'],
  ['ヨシダ クズノスケ', '𠮷田 葛\u{E0100}之介', null, 'あおば市西区'],
  ['レイダ シロウ', '例田 試郎', 'れいさん', 'オンラインのみ'],
]

function entry(no: number, with_: { phone: boolean; address: boolean; peer: boolean }): Entry {
  const [kana, name, workingName, area] = PEOPLE[no % PEOPLE.length]!
  return {
    registrationNo: `R8-TR-${String(no + 1).padStart(4, '0')}`,
    kana,
    name,
    workingName,
    area,
    phone: with_.phone ? `000-0000-00${String(no % 100).padStart(2, '0')}` : null,
    address: with_.address ? `みどり県あおば市例町${(no % 9) + 1}丁目${no + 1}番地の1 見本ハイツ${no + 100}号室` : null,
    peer: with_.peer,
  }
}

const usual: ProvisionListV1 = {
  provisionNo: '第R8-0003号',
  providedOn: asTokyoDay('2026-11-21'),
  expiresOn: asTokyoDay('2027-03-31'),
  provider: {
    body: 'みどり県',
    headPost: 'みどり県知事',
    headName: '例山 試一',
    contact: { office: 'みどり県 名簿担当', phone: '000-0000-0010', email: 'meibo@midori.example.jp' },
  },
  recipient: { body: 'あおば市', addressee: 'あおば市長' },
  purpose: 'サポーター派遣の調整（どのサポーターにお願いするかを決めること）に使うため。',
  basis: '登録者本人の同意（サポーター登録同意書）及び事業実施要領 第3-2(2)イ',
  method: '本書及び電子情報処理組織の画面による。',
  terms: [
    '派遣の調整のほかには使わないこと。',
    '複写をしないこと。必要があるときは、先に提供元へ相談すること。',
    '取り扱う職員を限り、受託者に扱わせるときは同じ条件を守らせること。',
    '選ぶ前に、登録者本人の意向をもう一度確かめること。',
    '同意が取りやめられた旨の連絡を受けたときは、直ちに該当する記載を消し、消した日を知らせること。',
    '漏えい、紛失その他の事故があったときは、直ちに提供元へ知らせること。',
  ],
  safeguard:
    '個人情報の保護に関する法律第70条により、利用の目的及び方法の制限その他必要な制限を付し、並びに漏えいの防止その他の個人情報の適切な管理のために必要な措置を講ずることを求めます。',
  since: {
    provisionNo: '第R8-0001号',
    providedOn: asTokyoDay('2026-06-01'),
    added: 2,
    changed: 1,
    withdrawn: 1,
  },
  receipt: null,
  columns: ['workingName', 'area', 'phone', 'peer'],
  entries: [0, 1, 2, 3, 4].map((no) => entry(no, { phone: no % 2 === 0, address: false, peer: no === 2 })),
}

/** Usual; first provision, received, only the fixed columns; forty rows with every column; nobody. */
export const provisionListSamples = {
  usual,
  fewColumns: {
    ...usual,
    since: null,
    receipt: { receivedOn: asTokyoDay('2026-11-24'), by: 'あおば市 派遣担当 試川 三郎' },
    columns: [],
    entries: usual.entries.map((e) => ({
      ...e,
      workingName: null,
      area: null,
      phone: null,
      address: null,
      peer: false,
    })),
  },
  fortyRows: {
    ...usual,
    columns: ['workingName', 'area', 'phone', 'address', 'peer'],
    entries: Array.from({ length: 40 }, (_, no) => {
      const one = entry(no, { phone: no % 3 !== 0, address: no % 4 !== 1, peer: no % 5 === 0 })
      return no === 17
        ? {
            ...one,
            kana: 'マリア・クリスティーナ・フェルナンデス・デ・ラ・クルス ミホンヤマダノナガナマエザエモン',
            name: 'マリア・クリスティーナ・フェルナンデス・デ・ラ・クルス 見本山田乃長名前左衛門',
            area: 'あおば市中央区、東区、西区、南区、北区、しらかば町（しらかば地区・みどり台地区）、くろまつ市',
          }
        : one
    }),
  },
  nobody: { ...usual, since: null, entries: [] },
} satisfies Record<string, ProvisionListV1>
