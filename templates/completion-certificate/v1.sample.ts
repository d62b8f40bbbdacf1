import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import type { CompletionCertificateV1 } from './v1.schema.ts'

const usual: CompletionCertificateV1 = {
  certificateNo: '第R8-0012号',
  holder: { name: '見本 花子', kana: 'ミホン ハナコ', birthDay: asTokyoDay('1985-04-01') },
  course: {
    title: 'ひきこもりサポーター養成研修',
    from: asTokyoDay('2026-06-06'),
    to: asTokyoDay('2026-10-24'),
    sessionCount: 6,
    minutes: 930,
    subjects: ['ひきこもりの概要', '支援の方法', '活動するときの注意点', 'グループワーク'],
  },
  completedOn: asTokyoDay('2026-10-24'),
  issuedOn: asTokyoDay('2026-11-21'),
  reissued: false,
  issuer: { body: 'みどり県', headPost: 'みどり県知事', headName: '例山 試一', seal: 'place' },
}

/** Usual; rare characters; a name as long as names may be, issued again. */
export const completionCertificateSamples = {
  usual,
  rareCharacters: { ...usual, holder: { name: '髙橋 﨑子', kana: 'タカハシ サキコ', birthDay: null } },
  twoFonts: {
    ...usual,
    holder: { name: '𠮷田 葛\u{E0100}之介', kana: 'ヨシダ クズノスケ', birthDay: asTokyoDay('2001-12-31') },
    issuer: { ...usual.issuer, seal: 'omitted' as const },
  },
  long: {
    ...usual,
    reissued: true,
    holder: {
      name: 'マリア・クリスティーナ・フェルナンデス・デ・ラ・クルス 見本山田乃長名前左衛門',
      kana: 'マリア・クリスティーナ・フェルナンデス・デ・ラ・クルス ミホンヤマダノナガナマエザエモン',
      birthDay: asTokyoDay('1958-01-31'),
    },
    course: {
      ...usual.course,
      title: '令和8年度みどり県ひきこもりサポーター（ピアサポーターを含む。）養成研修及び継続研修（前期・後期合同）',
      sessionCount: 24,
      minutes: 3_015,
      subjects: [...usual.course.subjects, '家族への支援', '地域の支援機関との連携', '守秘義務と個人情報', '事故が起きたとき'],
    },
    issuer: {
      ...usual.issuer,
      body: 'みどり県ひきこもり地域支援推進協議会',
      headPost: 'みどり県ひきこもり地域支援推進協議会 会長代理',
      headName: '例山 試一左衛門',
    },
  },
} satisfies Record<string, CompletionCertificateV1>
