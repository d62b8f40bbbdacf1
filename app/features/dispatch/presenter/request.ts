import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/shared/actor.ts'
import { withSan } from '#app/shared/call-name.ts'
import { receiptNo } from '#app/shared/receipt-no.ts'
import { addDays, jpDate, jpDateTime, tokyoDay, type TokyoDay, tokyoTime } from '#app/shared/tokyo-day.ts'
import { highestFor, ladderSteps } from '../domain/ladder.ts'
import { checkSearch } from '../domain/request-lifecycle.ts'
import type { PartyFacts, PrivateFacts, RequestFacts, RequestHead } from '../facts/request.ts'
import { ladderWords, noteWords, peerWords, wishWords } from '../messages/request.ts'
import type { TextNote } from '../views/parts.ts'
import type { PartyLine, PrivateLine, RequestView } from '../views/request.ts'
import { historyOf, inForce, ladderView, partyWord, proposalState, slotWords, stepLine } from './request-parts.ts'

/** Days within which the explanation is answered, from the receipt. */
const answerWithin = 14

/** 「R8-HK-00031-0」 */
export function requestNo(head: Pick<RequestHead, 'fiscalYear' | 'no'>): string {
  return receiptNo(head.fiscalYear, 'HK', head.no)
}

/** The page of one wish, with what its reader may do. */
export function presentRequest(facts: RequestFacts, actor: Actor, now: Date): RequestView {
  const { head, parties } = facts
  const today = tokyoDay(now)
  const consents = inForce(facts)
  const refusal = checkSearch(head.state, consents.length)
  const closed = head.state === 'closed'
  const ladder = ladderView(facts)
  const href = `/desk/requests/${head.id}`
  const waiting = parties.filter((party) => !consents.some((consent) => consent.party.id === party.id))
  const canSearch = may(actor, 'candidate.search', head)
  return {
    id: head.id,
    no: requestNo(head),
    name: `${withSan(parties[0]?.callName ?? 'この')}の希望`,
    state: closed ? '終わりました' : refusal ? '同意待ち' : facts.dispatch ? '計画へ' : '候補を探す',
    chip: closed ? 'done' : refusal ? 'stop' : 'now',
    version: head.version,
    ...briefOf(facts, refusal !== null, today),
    steps: stepLine(facts),
    refusal: closed || !refusal ? null : refusalOf(facts),
    stopped: head.stoppedAt ? `${jpDateTime(head.stoppedAt)}に、中止の申し出を受け取りました。理由は聞いていません。` : null,
    stopHref: !closed && may(actor, 'stop.record', head) ? `${href}/stop` : null,
    facts: wishFacts(facts),
    rungs: ladder.rungs,
    rungSentence: ladder.sentence,
    ladderNote: consents.some(({ party }) => party.kind === 'person') ? 'いつでも下げられます' : 'ご本人の同意があるまで',
    rules: parties[0]?.rules.length ? parties[0].rules : [{ name: 'きまり', text: '受け付けのときに聞いていません' }],
    history: historyOf(facts),
    parties: parties.map((party) => partyLine(party, href)),
    waitingParties: waiting.map((party) => ({ value: party.id, label: partyWord(party) })),
    ladderOptions: ladderChoices(head, parties),
    proposals: facts.proposals.map((proposal) => ({
      id: proposal.id,
      name: proposal.supporter ? withSan(proposal.supporter) : 'サポーター',
      ...proposalState(proposal, today),
      version: proposal.version,
      open: proposal.state === 'sent' || proposal.state === 'interested',
      interested: proposal.state === 'interested',
    })),
    notes: facts.notes.map((note) => ({ id: note.taskId, text: noteWords[note.note], at: jpDateTime(note.at), version: note.version })),
    privateHref: `${href}?private=1`,
    caseHref: head.caseId && may(actor, 'case.view', head) ? `/desk/cases/${head.caseId}` : null,
    candidatesHref: !refusal && canSearch ? `${href}/candidates` : null,
    dispatchHref: facts.dispatch && may(actor, 'dispatch.view', head) ? `/desk/dispatches/${facts.dispatch.id}` : null,
    auditHref: `/desk/audit/${head.id}`,
    today,
    now: tokyoTime(now),
    canRecord: !closed && waiting.length > 0 && may(actor, 'coordination.record', head),
    canCard: !closed && may(actor, 'card.issue', head),
    canCancel: !closed && may(actor, 'proposal.send', head),
    canPrepare: !closed && may(actor, 'dispatch.prepare', head),
  }
}

function ladderChoices(head: RequestHead, parties: PartyFacts[]): { value: string; label: string }[] {
  const most = parties.some((party) => party.kind === 'person') ? 7 : highestFor(head.wish)
  return ladderSteps.filter((step) => step <= most).map((step) => ({ value: String(step), label: ladderWords[step]! }))
}

function partyLine(party: PartyFacts, href: string): PartyLine {
  const [given] = inForce({ parties: [party] })
  const live = party.card && party.card.revokedAt === null ? party.card : null
  return {
    id: party.id,
    label: partyWord(party),
    consented: given !== undefined,
    consent: given ? '調整を始める同意あり' : '同意はまだありません',
    consentNote: given ? `${jpDateTime(given.givenAt)}　${given.method}` : 'カード・対面・電話・紙のどれでも聞けます',
    card: live && {
      id: live.id,
      text: `カードを渡しています（${jpDate(tokyoDay(live.issuedAt))}から${jpDate(live.expiresOn)}まで）`,
      printHref: `${href}?card=${live.id}`,
    },
  }
}

function briefOf(facts: RequestFacts, waiting: boolean, today: TokyoDay): { due: TextNote | null; promised: TextNote | null; next: TextNote | null } {
  const { head, proposals, notes } = facts
  if (head.state === 'closed') return { due: null, promised: null, next: null }
  const rule = facts.parties[0]?.rules.find((one) => one.name === '時間') ?? facts.parties[0]?.rules[0]
  const promised = rule ? { text: `${rule.name}：${rule.text}`, note: '連絡のきまりから' } : null
  const note = notes.find((one) => one.note !== 'consented')
  if (note) return { due: { text: 'きょう', note: 'カードのボタンから' }, promised, next: { text: `「${noteWords[note.note]}」に答える` } }
  const sent = proposals.filter((one) => one.state === 'sent' && one.dueOn)
  const until = sent.map((one) => one.dueOn!).sort()[0]
  if (waiting) {
    const day = head.receivedAt ? addDays(tokyoDay(head.receivedAt), answerWithin) : today
    const due = { text: day <= today ? 'きょう' : jpDate(day), note: `説明とお返事の目安。受け付けから${answerWithin}日` }
    return { due, promised, next: { text: 'ご本人に説明し、調整を始める同意を聞く', note: '会いに行かなくても、カードと電話で聞けます' } }
  }
  if (facts.dispatch) return { due: null, promised, next: { text: '計画をつくり、双方の同意をもらう' } }
  if (proposals.some((one) => one.state === 'interested')) return { due: null, promised, next: { text: '興味のあるサポーターと、計画をつくる' } }
  const due = until ? { text: `${jpDate(until)}まで`, note: '打診の返事の目安' } : null
  const next = until ? { text: '打診の返事を待つ' } : { text: '候補を出し、お名前を出さずに打診する' }
  return { due, promised, next }
}

function refusalOf(facts: RequestFacts): NonNullable<RequestView['refusal']> {
  const { head, parties } = facts
  const who = head.wish === 'family' ? '家族の希望で受け付けました。' : head.wish === 'person' ? 'ご本人の希望で受け付けました。' : 'だれの希望かは、まだわかりません。'
  const missing = parties.some((party) => party.kind === 'person') ? 'ご本人から、調整を始める同意' : 'ご家族から、調整を始める同意'
  return {
    why: who,
    missing,
    can: [
      { text: '説明して、お返事を記録する', note: 'カード・対面・紙・電話での読み上げ' },
      { text: 'カードを渡して、ご本人のペースで決めてもらう', note: 'ログインも理由もいりません' },
    ],
  }
}

function wishFacts(facts: RequestFacts): RequestView['facts'] {
  const { head, slots, parties } = facts
  const self = parties.some((party) => party.kind === 'person')
  return [
    { name: 'だれの希望か', value: wishWords[head.wish], note: self ? `会う方：${parties.map(partyWord).join('、')}` : 'ご本人とは、まだ会いません' },
    { name: '目的', value: facts.purpose },
    { name: '希望する会い方', value: facts.meeting ?? '聞いていません' },
    { name: 'サポーターの希望', value: facts.supporterWish ?? '聞いていません', note: `${peerWords[head.peer]}。理由は聞いていません` },
    {
      name: '避けたい人・場所',
      value: facts.avoidCount > 0 ? `登録あり（${facts.avoidCount}件）` : 'ありません',
      ...(facts.avoidCount > 0 && { note: '中身は表示しません。候補を出すときに自動で照らし合わせます' }),
    },
    { name: 'あたり', value: head.area ?? '決めていません' },
    { name: '都合のよい日', value: slotWords(slots) || 'いつでもよい' },
  ]
}

/** Names and addresses, opened on demand. */
export function presentPrivate(facts: RequestFacts, rows: PrivateFacts[]): PrivateLine[] {
  return rows.map((row) => {
    const party = facts.parties.find((one) => one.id === row.partyId)
    return {
      name: party ? partyWord(party) : '',
      facts: [
        { name: '本名', value: row.name ?? '聞いていません' },
        { name: '電話', value: row.phone ?? '聞いていません' },
        { name: '住所', value: row.address ?? '聞いていません' },
      ],
    }
  })
}
