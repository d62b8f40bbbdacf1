import type { Actor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { addDays, jpDate, tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { isToChoose } from '../domain/lifecycle.ts'
import { waitingPaper } from '../domain/paper.ts'
import type { ApplicantFacts, ConsentFacts, ConsentRow } from '../views.ts'
import { answerPaperDays, answerPaperWords, chosenNames, dayOf, methodNames } from './words.ts'

/** Where a completed person stands, in the desk's words. */
const stages = {
  notBegun: '説明はこれから',
  reading: '読んでいる',
  choosing: '選んでいる',
  toSign: '署名はこれから',
  paper: '紙の確認待ち',
  toRegister: '登録はこれから',
  registered: '登録ずみ',
  withdrawn: '取りやめ',
} as const
export type DeskStage = keyof typeof stages

/** The stage of one row. */
export function stageOf(consent: ConsentRow['consent']): DeskStage {
  if (!consent) return 'notBegun'
  if (consent.state === 'withdrawn' || consent.state === 'lapsed') return 'withdrawn'
  if (consent.state === 'signed') return consent.registered ? 'registered' : 'toRegister'
  if (consent.paperWaiting) return 'paper'
  if (!consent.explainedAt) return 'reading'
  return isToChoose(consent) ? 'choosing' : 'toSign'
}

const nextSteps: Record<DeskStage, string> = {
  notBegun: 'ご本人が始めるのを待つ',
  reading: 'ご本人が読み終えるのを待つ',
  choosing: 'ご本人がのせるものを選ぶのを待つ',
  toSign: 'ご本人が署名するのを待つ',
  paper: '紙を見て、確かめる',
  toRegister: '名簿に登録する',
  registered: '—',
  withdrawn: '—',
}

function isDeskStage(text: string | null): text is DeskStage {
  return text !== null && Object.hasOwn(stages, text)
}

/** The list of completed people and how far their consent is; what waits for the desk comes first. */
export function presentConsents(rows: ConsentRow[], asked: string | null) {
  const staged = rows.map((row) => ({ row, stage: stageOf(row.consent) }))
  const chosen = isDeskStage(asked) ? asked : null
  const order = Object.keys(stages) as DeskStage[]
  const shown = staged
    .filter(({ stage }) => !chosen || stage === chosen)
    .sort((a, b) => weight(a.stage) - weight(b.stage) || (a.row.kana < b.row.kana ? -1 : 1))
  return {
    stages: [
      { label: 'すべて', href: '/desk/consents', count: rows.length, current: !chosen },
      ...order.map((stage) => ({
        label: stages[stage],
        href: `/desk/consents?stage=${stage}`,
        count: staged.filter((one) => one.stage === stage).length,
        current: chosen === stage,
      })),
    ],
    rows: shown.map(({ row, stage }) => ({
      key: row.personId,
      name: row.name,
      kana: row.kana,
      href: row.consent ? `/desk/consents/${row.consent.id}` : null,
      completedOn: jpDate(row.completedOn),
      stage: stages[stage],
      waits: stage === 'paper' || stage === 'toRegister',
      signedOn: row.consent?.signedAt ? dayOf(row.consent.signedAt) : '—',
      next: nextSteps[stage],
    })),
    waiting: staged.filter(({ stage }) => stage === 'paper' || stage === 'toRegister').length,
  }
}

function weight(stage: DeskStage): number {
  return stage === 'paper' ? 0 : stage === 'toRegister' ? 1 : stage === 'withdrawn' ? 3 : 2
}

/** What the registration form is filled with before the officer changes it. */
function entryDefaults(applicant: ApplicantFacts | null, consent: ConsentFacts) {
  return {
    name: applicant?.name ?? '',
    kana: applicant?.kana ?? '',
    workingName: applicant?.preferredName ?? '',
    homeArea: '',
    phone: consent.choices.phone ? (applicant?.phone ?? '') : '',
    address: consent.choices.address ? (applicant?.address ?? '') : '',
  }
}

/** What would stand or stands on the roster; on paper it is settled when the paper has been looked at. */
function listedOf({ signedAt, chosenAt, choices }: ConsentFacts, stage: DeskStage): { name: string; value: string; note?: string } {
  const name = 'のせるもの'
  if (signedAt) return { name, value: chosenNames(choices) }
  if (stage === 'paper' && chosenAt) return { name, value: chosenNames(choices), note: 'ご本人が画面で選んだもの。紙を確かめると決まります' }
  return { name, value: 'まだ決まっていません' }
}

interface Seen {
  consent: ConsentFacts
  applicant: ApplicantFacts | null
  registered: boolean
}

/** One consent at the roster desk: what was explained and chosen, the paper, and the next step. */
export function presentDeskConsent({ consent, applicant, registered }: Seen, actor: Actor, today: TokyoDay) {
  const { bodyId, personId, papers, choices } = consent
  const waiting = waitingPaper(papers)
  const stage = stageOf({ ...consent, paperWaiting: waiting !== null, registered })
  const mayConfirm = may(actor, 'consent.confirmPaper', { bodyId, personId })
  const canRegister = stage === 'toRegister' && may(actor, 'roster.register', { bodyId })
  return {
    version: consent.version,
    name: applicant?.name ?? '名前は申込みの記録にありません',
    kana: applicant?.kana ?? '',
    stage: stages[stage],
    isWaiting: stage === 'paper' || stage === 'toRegister',
    brief: {
      next: nextSteps[stage] === '—' ? null : { text: nextSteps[stage] },
      due: waiting && { text: `${jpDate(addDays(tokyoDay(waiting.uploadedAt), answerPaperDays))}ごろまでに返事`, note: `紙を送った方の画面で、${answerPaperWords}と伝えています` },
      promised: consent.state === 'explained' ? null : { text: `のせるもの：${chosenNames(choices)}` },
    },
    facts: [
      { name: '文面', value: `${consent.text.title}（第${consent.text.no}版）` },
      { name: '説明', value: consent.explainedAt ? `${dayOf(consent.explainedAt)}にすべて読みました` : `${consent.reads.length}／${consent.text.items.length}つ読みました` },
      { name: '署名', value: consent.signedAt ? `${dayOf(consent.signedAt)}　${methodNames[consent.method ?? 'drawn']}` : 'まだです' },
      listedOf(consent, stage),
      { name: '取りやめ', value: consent.withdrawnAt ? `${dayOf(consent.withdrawnAt)}　理由は聞いていません` : '—' },
    ],
    pdf: consent.documentId && `/documents/${consent.documentId}`,
    paper: waiting && mayConfirm
      ? { href: `/desk/consents/${consent.id}/papers/${waiting.id}`, receivedOn: dayOf(waiting.uploadedAt), today }
      : null,
    canReceivePaper: consent.state === 'explained' && consent.explainedAt !== null && !isToChoose(consent) && !waiting && mayConfirm,
    papers: papers.map((paper) => ({
      key: paper.id,
      text: paper.confirmedAt
        ? `${dayOf(paper.confirmedAt)}に確かめました`
        : paper.rejectedAt ? `${dayOf(paper.rejectedAt)}にお返ししました` : `${dayOf(paper.uploadedAt)}に届きました`,
      note: paper.rejectReason,
      href: mayConfirm ? `/desk/consents/${consent.id}/papers/${paper.id}` : null,
    })),
    register: canRegister
      ? {
          defaults: entryDefaults(applicant, consent),
          phone: choices.phone ? 'ご本人が「のせる」と選びました' : null,
          address: choices.address ? 'ご本人が「のせる」と選びました' : null,
          peer: choices.peer,
        }
      : null,
  }
}
