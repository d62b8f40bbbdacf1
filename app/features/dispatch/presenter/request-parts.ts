import { withSan } from '#app/shared/call-name.ts'
import { jpDate, jpDateTime, tokyoDay } from '#app/shared/tokyo-day.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { allowedStep, ladderSteps } from '../domain/ladder.ts'
import { stepOf } from '../domain/request-lifecycle.ts'
import { dayParts, type PartyKind, type Slot } from '../domain/request.ts'
import type { PartyFacts, ProposalFacts, RequestFacts } from '../facts/request.ts'
import { ladderWords, methodWords, noteWords, partWords, weekdayWords, wishWords } from '../messages/request.ts'
import type { LineStep, TextNote } from '../views/parts.ts'

/** Consents in force. */
export function inForce(facts: Pick<RequestFacts, 'parties'>): { party: PartyFacts; givenAt: Date; method: string }[] {
  return facts.parties.flatMap((party) => {
    const consent = party.consents.find((one) => one.withdrawnAt === null)
    return consent ? [{ party, givenAt: consent.givenAt, method: methodWords[consent.method] }] : []
  })
}

/** Kinds of parties that have consented. */
function consentedKinds(facts: Pick<RequestFacts, 'parties'>): PartyKind[] {
  return inForce(facts).map(({ party }) => party.kind)
}

/** 「木曜日の午後」「月・火曜日の午前・午後」: weekdays that are free at the same times stand together. */
export function slotWords(slots: Slot[]): string {
  const weekdaysAt = new Map<string, string[]>()
  for (const weekday of [...new Set(slots.map((slot) => slot.weekday))].sort((a, b) => a - b)) {
    const free = dayParts.filter((part) => slots.some((slot) => slot.weekday === weekday && slot.part === part))
    const parts = free.map((part) => partWords[part]).join('・')
    weekdaysAt.set(parts, [...(weekdaysAt.get(parts) ?? []), weekdayWords[weekday] ?? ''])
  }
  return [...weekdaysAt].map(([parts, weekdays]) => `${weekdays.join('・')}曜日の${parts}`).join('、')
}

/** 「ご本人」 or 「母」 */
export function partyWord(party: Pick<PartyFacts, 'kind' | 'callName'>): string {
  return party.kind === 'person' ? `${withSan(party.callName)}（本人）` : `${party.callName}（家族）`
}

const names = ['希望', '同意', '候補', '計画の合意', '活動'] as const

/** The step line; never further than the record is. */
export function stepLine(facts: RequestFacts): LineStep[] {
  const consents = inForce(facts)
  const at = stepOf(facts.head.state, consents.length, facts.dispatch?.state ?? null) ?? 0
  const received = facts.head.receivedAt ? `${jpDate(tokyoDay(facts.head.receivedAt))}に受け付け` : '受け付け中'
  const given = consents[0]
  const notes = [
    received,
    given ? `${jpDate(tokyoDay(given.givenAt))}（${given.method}）` : 'お返事を待っています',
    candidateNote(facts, at),
    at >= 4 ? '目的・計画・内容を双方で' : '興味の返事のあとに',
    at === 5 ? '合意した版で活動中' : '合意した版で始まります',
  ]
  return names.map((name, i) => ({
    name,
    note: notes[i]!,
    state: i + 1 < at ? 'done' : i + 1 === at ? 'now' : 'wait',
    ...(i + 1 === at && at === 2 ? { waiting: true } : {}),
  }))
}

function candidateNote({ proposals }: RequestFacts, at: number): string {
  if (at < 3) return '同意のあとに始まります'
  const interested = proposals.filter((one) => one.state === 'interested').length
  if (interested > 0) return `興味あり ${interested}人`
  const sent = proposals.filter((one) => one.state === 'sent').length
  return sent > 0 ? `${sent}人の返事を待っています` : 'サポーターを探せます'
}

/** The ladder as it may be prepared now. */
export function ladderView(facts: RequestFacts): { rungs: { label: string; allowed: boolean }[]; sentence: string; step: number } {
  const step = allowedStep(facts.head.ladderMax, consentedKinds(facts))
  const rungs = ladderSteps.map((rung) => ({ label: ladderWords[rung]!, allowed: rung <= step }))
  return { rungs, step, sentence: `いま用意してよい会い方は、はがき・手紙から「${ladderWords[step]}」までです。` }
}

/** What happened so far, newest first. */
export function historyOf(facts: RequestFacts): TextNote[] {
  const { head, parties, proposals, notes } = facts
  const received = head.receivedAt ? [{ at: head.receivedAt, text: `希望を受け付けた（${wishWords[head.wish]}の希望）`, note: facts.receivedBy }] : []
  const started = head.coordinationStartedAt ? [{ at: head.coordinationStartedAt, text: '調整を始めた', note: '候補を出した記録から' }] : []
  const stopped = head.stoppedAt ? [{ at: head.stoppedAt, text: '中止（ご本人の希望）', note: '理由は聞いていません' }] : []
  const all = [
    ...received,
    ...parties.flatMap((party) => consentHistory(party)),
    ...started,
    ...proposals.flatMap(proposalHistory),
    ...notes.map((note) => ({ at: note.at, text: noteWords[note.note], note: 'カードのボタンから' })),
    ...stopped,
  ]
  return all
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, text, note }) => ({ text: `${jpDateTime(at)}　${text}`, ...(note && { note }) }))
}

function consentHistory(party: PartyFacts): { at: Date; text: string; note: string }[] {
  return party.consents.flatMap((consent) => [
    { at: consent.givenAt, text: `${partyWord(party)}の同意`, note: [methodWords[consent.method], consent.recordedBy].filter(Boolean).join('　') },
    ...(consent.withdrawnAt ? [{ at: consent.withdrawnAt, text: `${partyWord(party)}が同意を取りやめた`, note: '理由は聞いていません' }] : []),
  ])
}

const answers = { sent: '', interested: '興味がある', declined: '見送り', lapsed: '返事なし（見送りとして受け取り）', cancelled: '取りやめ' } as const

function proposalHistory(proposal: ProposalFacts): { at: Date; text: string; note: string }[] {
  const who = proposal.supporter ? withSan(proposal.supporter) : 'サポーター'
  const answer = proposal.answeredAt
    ? [{ at: proposal.answeredAt, text: `${who}の返事：${answers[proposal.state]}`, note: '' }]
    : []
  return [{ at: proposal.sentAt, text: `${who}に打診（お名前なし）`, note: '' }, ...answer]
}

/** State of a proposal in words. */
export function proposalState(proposal: ProposalFacts, today: TokyoDay): { state: string; note: string } {
  const words = { sent: '返事を待っています', interested: '興味がある', declined: '見送り', lapsed: '返事なし', cancelled: '取りやめ' }
  const due = proposal.dueOn ? `${proposal.dueOn === today ? 'きょう' : jpDate(proposal.dueOn)}まで` : ''
  const note = proposal.state === 'sent' ? due : proposal.answeredAt ? jpDate(tokyoDay(proposal.answeredAt)) : ''
  return { state: words[proposal.state], note }
}
