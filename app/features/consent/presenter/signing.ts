import { isToChoose } from '../domain/lifecycle.ts'
import { returnedPaper, waitingPaper } from '../domain/paper.ts'
import type { ApplicantFacts, ConsentFacts } from '../views.ts'
import { answerPaperWords, chosenNames, dayOf } from './words.ts'

function on(chosen: boolean): string[] {
  return chosen ? ['on'] : []
}

/** What may stand on the roster beside the name: each free, nothing chosen beforehand. */
export function presentChoices(facts: ConsentFacts, applicant: ApplicantFacts | null) {
  if (facts.state !== 'explained' || !facts.explainedAt) return null
  if (waitingPaper(facts.papers) && !isToChoose(facts)) return null
  const { choices } = facts
  const peerNote = '経験をいかした活動をお願いするときに使います。ほかの方には、あなたの許しなく伝えません。'
  const unknown = '申込みのときに、書いていません。登録のときに担当が聞きます。'
  return {
    version: facts.version,
    always: `いつものせるのは、${facts.text.wording.registered.join('、')}です。`,
    picks: [
      { name: 'phone', option: { value: 'on', label: '電話番号をのせる', note: applicant?.phone ?? unknown } },
      { name: 'address', option: { value: 'on', label: '住所をのせる', note: applicant?.address ?? unknown } },
      { name: 'peer', option: { value: 'on', label: '同じような経験があることをのせる', note: peerNote } },
      { name: 'photo', option: { value: 'on', label: '写真をのせる', note: '名札をつくるときに使います。写真は、あとでお願いします。' } },
    ] as const,
    chosen: { phone: on(choices.phone), address: on(choices.address), peer: on(choices.peer), photo: on(choices.photo) },
    backHref: `/my/consent/${facts.id}/items/${facts.text.items.at(-1)?.no ?? 1}`,
    help: facts.desk,
  }
}

/** Where whoever cannot sign is led: to the choices, or to the consent's own page, which says where it stands. */
export function insteadOfSigning(facts: ConsentFacts): string {
  const base = `/my/consent/${facts.id}`
  return isToChoose(facts) ? `${base}/choices` : base
}

/** The page on which one signs, on the screen or towards paper. */
export function presentSigning(facts: ConsentFacts) {
  if (facts.state !== 'explained' || !facts.explainedAt || isToChoose(facts)) return null
  const base = `/my/consent/${facts.id}`
  return {
    version: facts.version,
    lead: `${facts.text.items.length}つの説明を読みました。登録してよいときは、お名前を書いてください。今日書かなくてもかまいません。`,
    chosen: chosenNames(facts.choices),
    choicesHref: `${base}/choices`,
    wholeHref: `${base}#whole`,
    textName: `${facts.text.title}（第${facts.text.no}版）`,
    pdfHref: `${base}/paper.pdf`,
    paperNote: `紙が届いたら、${answerPaperWords}でお知らせします。届くまで、登録は始まりません。`,
    laterHref: '/my',
    help: facts.desk,
  }
}

/** True once the paper can say what was chosen. */
export function isPaperOpen(facts: ConsentFacts): boolean {
  return facts.explainedAt !== null && !isToChoose(facts)
}

/** The way on paper: print, write, bring back; and what became of a paper that was sent. */
export function presentPaper(facts: ConsentFacts) {
  if (!isPaperOpen(facts)) return null
  const waiting = waitingPaper(facts.papers)
  const returned = facts.state === 'explained' ? returnedPaper(facts.papers) : null
  const base = `/my/consent/${facts.id}`
  return {
    version: facts.version,
    textName: facts.text.title,
    pdfHref: `${base}/paper.pdf`,
    waiting: waiting && {
      title: '紙を受け取りました',
      text: `${dayOf(waiting.uploadedAt)}に届きました。${answerPaperWords}でお知らせします。届いたことを確かめるまで、登録は始まりません。`,
    },
    returned: returned && `${dayOf(returned.rejectedAt ?? returned.uploadedAt)}に、紙をお返ししました。${returned.rejectReason ?? ''}`,
    canSend: facts.state === 'explained' && !waiting,
    signHref: `${base}/sign`,
    stateHref: base,
    deskName: facts.desk?.name ?? facts.bodyName,
    help: facts.desk,
  }
}
