import type { ClientNote } from '../domain/client-note.ts'
import type { ConsentMethod, DayPart, PeerWish, Wish } from '../domain/request.ts'

/** Sentences of requests, cards, consents and proposals, by reason code. */
export const requestMessages: Record<string, string> = {
  'request.noConsent': '調整を始める同意をいただいていないため、まだサポーターを探せません（要領 第3-3(3)イ）。',
  'request.closed': 'この希望の受付は、終わっています。新しいご希望は、新しく受け付けてください。',
  'request.caseClosed': 'このケースは終了しています。先に再開してください。',
  'request.member': 'この世帯の方の中から選び直してください。',
  'request.selfMissing': 'ご本人の希望として受け付けるときは、会う方に、ご本人を入れてください。',
  'request.ladderTooHigh': 'ご本人の希望が確かめられるまでは、「家族だけ」までを選んでください。',
  'consent.inFuture': '同意の日時が、これから先になっています。日付と時刻を確かめてください。',
  'consent.beforeRequest': '希望を受け付けた日より前の同意は、記録できません。',
  'consent.alreadyGiven': 'この方の同意は、もう記録されています。',
  'consent.notGiven': '取りやめる同意はありません。',
  'card.stopped': 'やめたいというお気持ちを受け取っています。新しい予定は入りません。',
  'card.noCard': 'このカードは、もう使えなくなっています。',
  'proposal.dueTooSoon': '考える時間がとれるように、あさってより後の日にしてください。',
  'proposal.dueTooLate': '60日より先の日は、選べません。',
  'proposal.searchAgain': '候補を出してから、時間がたちました。もう一度、候補を出してください。',
  'proposal.notCandidate': 'この方には、いまは打診できません。候補を出し直してください。',
  'proposal.alreadyAsked': 'この方には、もう打診しています。',
  'proposal.near': '「近い：要確認」の方には、近さを確かめてから打診してください。',
  'proposal.closed': 'このご相談は、もう終わっています。お返事はいりません。',
  'note.done': 'この連絡は、もう済んでいます。',
}

export const wishWords: Record<Wish, string> = { person: '本人', family: '家族', unknown: '不明' }

export const peerWords: Record<PeerWish, string> = {
  any: 'どちらでもよい', yes: '似た経験のある人がよい', no: '似た経験のない人がよい',
}

export const methodWords: Record<ConsentMethod, string> = { card: 'カード', inPerson: '対面', phone: '電話での読み上げ', paper: '紙' }

/** The ladder of contact, as the desk writes it. */
export const ladderWords: Record<number, string> = {
  1: 'はがき・手紙', 2: '家族だけ', 3: '文字・オンライン', 4: 'ドア越し', 5: '居場所で同席', 6: '家への訪問', 7: '外へ同行',
}

/** The same as an activity that a supporter is asked about, without saying whom it is for. */
export const ladderDeeds: Record<number, { title: string; deed: string }> = {
  1: { title: '手紙を送る活動', deed: '絵はがきや手紙を送ります。返事は求めません。' },
  2: { title: 'ご家族と話す活動', deed: 'ご家族だけに会って、話を聞きます。' },
  3: { title: '文字やオンラインで話す活動', deed: '文字のやりとりや、オンラインで話します。' },
  4: { title: 'ドア越しに声をかける活動', deed: 'ドアや玄関の外から、短く声をかけます。' },
  5: { title: '居場所でいっしょにすごす活動', deed: '居場所で、同じ時間をすごします。' },
  6: { title: '家をたずねる活動', deed: '家をたずねて、いっしょにすごします。' },
  7: { title: '外へいっしょに出かける活動', deed: '行きたい所へ、いっしょに行きます。' },
}

export const weekdayWords: Record<number, string> = { 1: '月', 2: '火', 3: '水', 4: '木', 5: '金', 6: '土', 7: '日' }

export const partWords: Record<DayPart, string> = { morning: '午前', afternoon: '午後', evening: '夕方から' }

/** What a client asked for, as the desk reads it. */
export const noteWords: Record<ClientNote, string> = {
  otherDay: '別の日にしたい',
  otherSupporter: 'サポーターを変えたい（理由は聞かない）',
  rest: '休みたい',
  resume: 'また始めたい',
  notYet: '調整は、今ははじめない',
  consented: '調整を始めることに、カードで同意した',
  withdrawn: '調整の同意を、カードで取りやめた',
}

/** What a client reads after pressing a button: received, what happens next, that no reason is needed. */
export const noteReceived: Record<ClientNote, string> = {
  otherDay: '受け取りました。別の日のことを、担当が考えて、お知らせします。',
  otherSupporter: '受け取りました。ほかのサポーターのことを、担当が考えて、お知らせします。理由は聞きません。',
  rest: '受け取りました。お休みにするように、担当に伝えました。理由はいりません。',
  resume: '受け取りました。また始めることを、担当に伝えました。',
  notYet: '受け取りました。今は、何も始めません。',
  consented: '受け取りました。担当が、合いそうなサポーターをさがし始めます。',
  withdrawn: '受け取りました。サポーターをさがすことを止めました。理由はいりません。',
}
