import type { Refusal } from '#app/shared/result.ts'

/** Reason code → the sentence shown. A function where the sentence needs the refusal's details. */
export type Messages = Record<string, string | ((detail: Record<string, string | number>) => string)>

/** What the walls of the database say, in one place. Features say it more exactly where they know more. */
const wallSentences: Messages = {
  'wall.YN010': '説明を読み終えてから、署名してください。',
  'wall.YN011': '署名された登録同意書がないため、登録できません（要領 第3-2(2)イ）。',
  'wall.YN012': '研修の修了が確認できないため、登録できません（要領 第3-2(2)イ）。',
  'wall.YN013': '終了した登録は、元に戻せません。新しく登録してください。',
  'wall.YN014': '署名された同意書は、書きかえられません。',
  'wall.YN017': '名簿にのせるものを選んでから、署名してください。',
  'wall.YN021': '登録の同意が、いまは有効ではありません。名簿に入れられません。',
  'wall.YN022': 'ご本人が「のせる」と選んでいない項目は、お渡しできません。',
  'wall.YN023': 'このお渡し先は、同意書の提供先に入っていません。',
  'wall.YN024': 'この市町村は、今年度サポーター派遣を行っておらず、予定もないため、お渡しできません。',
  'wall.YN031': 'この方は意向の再確認が済んでいないため、選べません（要領 第3-3(2)イ）。',
  'wall.YN032': 'この方は、いまはお願いできません。',
  'wall.YN041': '調整を始める同意をいただいていないため、まだサポーターを探せません（要領 第3-3(3)イ）。',
  'wall.YN042': '先に、候補を出す条件を記録してください。',
  'wall.YN043': '取りやめた同意は、元に戻せません。あらためて同意をいただいてください。',
  'wall.YN050': 'ご本人の希望が確かめられるまで、家への訪問は計画できません。',
  'wall.YN060': '派遣は、準備から始めます。',
  'wall.YN061': 'まだ全員の同意がそろっていません。',
  'wall.YN062': 'お示しした計画は書きかえられません。新しい版をつくってください。',
  'wall.YN063': '計画が新しくなっています。いまの計画を読んでから、もう一度お答えください。',
  'wall.YN064': 'このお答えは、すでに受け取っています。',
  'wall.YN065': '活動中は、担当するサポーターを替えられません。いったん休止してください。',
  'wall.YN066': 'いま使っている計画は、新しい計画に全員が同意するまで残ります。',
  'wall.YN070': 'この時間には、サポーターの別の予定があります。',
  'wall.YN071': '活動が始まっていないため、訪問の予定を入れられません。',
  'wall.YN072': '合意した計画の期間の外です。',
  'wall.YN073': 'この派遣のサポーターではありません。',
  'wall.YN074': 'その日は保険の期間の外のため、予定を入れられません。',
  'wall.YN075': 'サポーターが決めた月の回数をこえます。',
  'wall.YN076': '訪問は、始まる前に登録してください。',
  'wall.YN077': 'まだ始まっていない訪問です。',
  'wall.YN080': '見つかりませんでした。',
  'wall.YN081': '中止の申し出がありました。新しい予定や計画は入れられません。',
  'wall.YN082': '行われなかった訪問の報告は、出せません。',
  'wall.YN083': '受け付けた報告は、元に戻せません。',
  'wall.YN084': '中止は、取り消せません。新しいご希望は、新しく受け付けてください。',
  'wall.YN085': '取り消した訪問は、元に戻せません。新しく予定を入れてください。',
  'wall.YN086': '中止の申し出があったため、お知らせは送りません。',
  'wall.YN101': '登録の同意が取りやめられたため、お願いできません。',
  'wall.YN102': '取りやめた同意は、元に戻せません。',
  'wall.YN103': '返却のお願いは、取り消せません。',
  'wall.YN140': '所属の期間が終わったため、操作できません。',
  'wall.YN141': 'このカードは、もう使えません。',
  'wall.YN143': 'このご案内は、もう使えません。新しいご案内をお待ちください。',
  'wall.YN190': 'この画面は、もう送られています。画面を開き直して、内容を確かめてください。',
  'wall.conflict': '同じ内容が、すでに記録されています。画面を開き直して、確かめてください。',
  stale: 'ほかの人が先に変えました。画面を開き直して、いまの内容を確かめてください。',
  notAllowed: 'この操作は、いまの担当ではできません。',
}

const lastResort = '受け付けられませんでした。画面を開き直して、もう一度お試しください。'

/** The sentence for a refusal: the feature's own first, then what the walls say. */
export function sentenceFor(refusal: Refusal, messages: Messages): string {
  const found = messages[refusal.code] ?? wallSentences[refusal.code] ?? lastResort
  return typeof found === 'string' ? found : found(refusal.detail ?? {})
}

const conflicts = new Set(['stale', 'wall.conflict', 'wall.YN190', 'wall.YN063', 'wall.YN064'])

/** 409 where the world has moved on (stale text, a stop, somebody was first), 400 where the input can be mended. */
export function statusFor(refusal: Refusal): 400 | 409 {
  return conflicts.has(refusal.code) || /^wall\.YN08/.test(refusal.code) ? 409 : 400
}
