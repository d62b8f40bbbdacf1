import { jpDateWithYear, type TokyoDay } from '#app/shared/tokyo-day.ts'
import type { DispatchState } from '../domain/dispatch-lifecycle.ts'
import type { AgreementMethod, AgreementState, PlanState } from '../domain/plan-lifecycle.ts'
import type { PlanPart } from '../domain/plan-text.ts'

/** What a dispatch's state is called. */
export const dispatchStateNames: Record<DispatchState, string> = {
  preparing: '合意待ち',
  agreed: '合意ずみ',
  active: '活動中',
  paused: 'お休み中',
  stopped: '中止',
  ended: '終了',
}

/** What a version's state is called. */
export const planStateNames: Record<PlanState, string> = {
  draft: '下書き',
  offered: '返事待ち',
  agreed: 'いま使う版',
  superseded: '前の版',
}

export const agreementStateNames: Record<AgreementState, string> = {
  pending: '返事待ち',
  agreed: '同意',
  declined: '変えてほしい',
  void: '返事なし',
}

export const agreementMethodNames: Record<AgreementMethod, string> = {
  link: 'リンク',
  inPerson: '対面',
  paper: '紙',
  phone: '電話',
}

export const planPartNames: Record<PlanPart, string> = {
  purpose: '目的',
  from: '始まりの日',
  to: '終わりの日',
  frequency: '回数と時間',
  place: '場所',
  dos: 'すること',
  donts: 'しないこと',
  emergency: '緊急のとき',
  shares: '見せる範囲',
  ladder: '会い方',
}

/** Names of the steps of the ladder of contact, 1–7. */
export const ladderWords = ['お手紙', '家族だけ', 'オンライン', 'ドア越し', '居場所', '訪問', '同行'] as const

/** The name of a step; 「未定」 for what is none. */
export function ladderWord(step: number | null): string {
  return (step && ladderWords[step - 1]) || '未定'
}

export const wishNames: Record<string, string> = { person: '本人', family: '家族', unknown: '不明' }

/** What is not done, unless somebody wants it otherwise; one a line. */
export const usualDonts = ['学校や仕事の話はしません。', '連絡先を聞きません。', 'あなたのことを、ほかの人に話しません。'].join('\n')

/** What is shared with whom, to begin with; one a line. */
export const usualShares = [
  '来る日と時刻：ご本人、サポーター、担当',
  '報告（読める部分）：ご本人、書いた人、担当',
  '心配なこと：書いた人、担当',
  '住所と本名：担当だけ',
].join('\n')

const day = (value: string | number | undefined) => jpDateWithYear(String(value) as TokyoDay)

/** Sentences of plan, agreement and the life of a dispatch. */
export const planMessages = {
  'plan.incomplete': 'まだ書かれていないところがあります。書いてから、みなさんに聞いてください。',
  'plan.periodReversed': '終わりの日は、始まりの日より後にしてください。',
  'plan.periodOver': '終わりの日が過ぎています。これからの日にしてください。',
  'plan.beyondLadder': 'いま希望されている会い方より先の計画は、お示しできません。',
  'plan.familyWish': 'ご本人の希望が確かめられるまで、家への訪問や同行は計画できません。',
  'plan.nothingChanged': 'いまの版から変わったところがありません。',
  'plan.notDraft': 'この版は、もうお示ししています。直すと、新しい版になります。',
  'plan.noSupporter': 'いっしょに活動するサポーターが、まだいません。',
  'plan.noParty': 'お返事をいただくご本人・ご家族が、まだ記録されていません。',
  'plan.otherText': '約束の文が新しくなっています。いまの文を読んでから、お答えください。',
  'agreement.answered': 'お返事は、もう受け取っています。',
  'agreement.closed': 'この約束は、いまはお返事を受け付けていません。',
  'dispatch.stopped': '中止の申し出がありました。この派遣では、新しいことはできません。',
  'dispatch.notAgreed': 'みなさんの同意がそろってから、始められます（要領 第3-3(2)ア）。',
  'dispatch.notInterested': 'この方からは、まだ「興味がある」というお返事をいただいていません。',
  'dispatch.alreadyIn': 'この方は、もうこの派遣に入っています。',
  'dispatch.running': '活動中は、担当するサポーターを替えられません。いったん休止してください。',
  'dispatch.periodNotBegun': (detail: Record<string, string | number>) =>
    `約束の期間は${day(detail.from)}からです。その日になってから始めてください。`,
  'dispatch.periodOver': '約束の期間が終わっています。新しい版の計画をつくってください。',
}
