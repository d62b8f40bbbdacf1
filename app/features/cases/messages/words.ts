import type {
  ContactKind, ContactMethod, ContactPartner, HearingState, HearingTopic, Reach, Relation, RuleCode,
} from '../domain/types.ts'
import type { EntryKind } from '../domain/time-line.ts'

/** How the members of a household are called at the desk. */
export const relationWords: Record<Relation, string> = {
  self: '本人', mother: '母', father: '父', sibling: 'きょうだい', spouse: '配偶者', grandparent: '祖父母', child: '子', other: 'ほかの家族',
}

/** The rules of contact: the name in the rules box, what it says there, and how the form asks for it. */
export const ruleWords: Record<RuleCode, { name: string; text: string; ask: string }> = {
  noVoicemail: { name: '留守電', text: '入れない', ask: '留守電に入れない' },
  noSenderName: { name: '名乗り', text: '窓口の名前を言わない。個人の名前だけ', ask: '窓口の名前を出さない（電話でも郵便でも）' },
  noPhone: { name: '電話', text: 'かけない', ask: '電話をかけない' },
  noLetters: { name: '郵便', text: '送らない', ask: '郵便を送らない' },
  noVisit: { name: '訪問', text: '家に行かない', ask: '家に行かない' },
  selfUnaware: { name: '本人', text: '相談していることを知らない', ask: '本人は、相談していることを知らない' },
  windowlessEnvelope: { name: '封筒', text: '差出人は個人名。窓のない封筒', ask: '差出人は個人名、窓のない封筒' },
  callTime: { name: '時間', text: '', ask: '連絡してよい相手と時間' },
  other: { name: 'ほかに', text: '', ask: 'ほかのきまり' },
}

export const methodWords: Record<ContactMethod, string> = {
  phone: '電話', office: '来所', homeVisit: '訪問', mail: 'メール', letter: '手紙', online: 'オンライン', accompany: '同行',
}

export const partnerWords: Record<ContactPartner, string> = {
  self: '本人', mother: '母', father: '父', family: 'ほかの家族', agency: '関係機関', unknown: 'わからない',
}

export const kindWords: Record<ContactKind, string> = {
  consultation: '相談', agencyLiaison: '関係機関との連絡', inquiry: '問い合わせ',
}

export const reachWords: Record<Reach, string> = { talked: '話せた', noAnswer: '出なかった', silent: '無言だった' }

/** States of the sheet; only for the statistics, never shown to the person. */
export const hearingStateWords: Record<HearingState, string> = {
  s1: '①', s2: '②', s3: '③', s4: '④', unknown: '不明', notApplicable: '対象外',
}

export const topicWords: Record<HearingTopic, string> = {
  athome: '家の中のすごし方', family: '家族との話', outside: '外に出ること', people: '家の外の人', sleep: '眠り', worry: '気がかり',
}

export const entryWords: Record<EntryKind, string> = {
  contact: '連絡', hearing: 'シート', consent: '同意', dispatch: '派遣', visit: '訪問', report: '報告・助言',
}
