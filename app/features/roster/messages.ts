import type { LeftOutReason } from './domain/eligibility.ts'
import type { ProvidedItem } from './domain/items.ts'
import type { ReconfirmationState } from './domain/reconfirmation-lifecycle.ts'

/** Every sentence this feature answers with, by reason code. */
export const messages: Record<string, string> = {
  'provision.noTerms': '取り扱いの決まりが、まだ用意されていません。設定の担当に知らせてください。',
  'provision.cannotReceive': 'この市町村は、今年度サポーター派遣を行っておらず、予定もないため、お渡しできません（要領 第3-2(2)イ）。',
  'provision.nobody': 'いま渡せる方がいません。理由は「今回は渡さない人」に出ています。',
  'provision.changed': '画面を開いたあとで、渡せる方か項目が変わりました。もう一度、中身を確かめてください。',
  'provision.done': 'この名簿は、すでに渡しています。',
  'provision.notDelivered': 'まだ届いていない名簿です。',
  'provision.alreadyAccepted': '取り扱いの決まりは、すでに受け入れています。',
  'provision.listStands': 'いまの一覧は、そのまま使えます。',
  'recall.none': '消したことを確かめる名簿が、見つかりませんでした。',
  'reconfirmation.planning': 'この市町村は、派遣を始める準備中です。意向の再確認は、派遣を始めてからできます（要領 第3-3(2)イ）。',
  'reconfirmation.termsFirst': '先に、届いた名簿の取り扱いの決まりを受け入れてください。',
  'reconfirmation.nobody': '今年度は、全員におたずねしています。',
  'reconfirmation.dueDay': '考える時間がとれるように、7日後から60日後までの日を選んでください。',
  'reconfirmation.revoked': '登録の同意が取りやめられたため、お返事は記録できません。',
  'reconfirmation.area': '地域を、一覧から選び直してください。',
}

/** Items of a provision. */
export const itemWords: Record<ProvidedItem, string> = {
  workingName: '活動名', area: '活動できる地域', phone: '電話', address: '住所', peer: 'ピアであること',
}

/** Why somebody is left out this time, what would change it, and the clause. */
export const leftOutWords: Record<LeftOutReason, { reason: string; remedy: string; clause: string }> = {
  notExplained: { reason: '登録の説明・署名がまだ', remedy: 'ご本人が署名すれば、登録のあとから', clause: '第3-2(2)イ' },
  withdrawn: { reason: '同意を取りやめた', remedy: 'ご本人があらためて同意すれば', clause: '第3-2(3)ア' },
  notRegistered: { reason: '名簿への登録がまだ', remedy: '名簿担当が登録すれば、次回から', clause: '第3-2(2)イ' },
  expired: { reason: '登録の期限切れ', remedy: '更新の返事が届けば', clause: '第3-2(2)イ' },
  paused: { reason: 'お休み中（本人の申し出）', remedy: 'ご本人が戻すと、次回から', clause: '登録の決まり' },
  notCovered: { reason: 'この市町村への提供に同意していない', remedy: 'ご本人が選べば、次回から', clause: '第3-2(3)ア' },
}

/** What an answer is called at the desk. */
export const stateWords: Record<ReconfirmationState, string> = {
  asked: 'ご連絡待ち', willing: '活動できる', resting: '今年度はお休み', declined: '見送り', noAnswer: 'お返事なし',
}

/** Steps of the ladder of contact, as something one can do. */
export const stepWords: Record<string, string> = {
  1: 'はがき・手紙を送る', 2: 'ご家族と話す', 3: '文字やオンラインで話す', 4: 'ドア越しに声をかける',
  5: '居場所でいっしょにすごす', 6: '家をたずねる', 7: '外へいっしょに出かける',
}

export const weekdayWords: Record<string, string> = { 1: '月', 2: '火', 3: '水', 4: '木', 5: '金', 6: '土', 7: '日' }

export const partWords: Record<string, string> = { morning: '午前', afternoon: '午後', evening: '夕方から' }
