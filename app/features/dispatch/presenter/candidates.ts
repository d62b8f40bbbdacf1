import type { Actor } from '#app/shared/actor.ts'
import { withSan } from '#app/shared/call-name.ts'
import { asTokyoDay, jpDate } from '#app/shared/tokyo-day.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { Exclusion } from '../domain/exclusion.ts'
import type { Caution, Cover, Reason } from '../domain/matching.ts'
import { usualDueOn } from '../domain/proposal.ts'
import type { CandidateFacts, CandidatesFacts, RequestFacts } from '../facts/request.ts'
import { ladderDeeds, ladderWords, peerWords } from '../messages/request.ts'
import type { CandidateColumn, CandidatesView, Narrowing, ProposalPreview } from '../views/candidates.ts'
import { ladderView, slotWords } from './request-parts.ts'
import { presentRequest } from './request.ts'

const exclusionWords: Record<Exclusion, string> = {
  notReconfirmed: '意向の再確認が済んでいない',
  resting: '今年度はお休み',
  declined: '今年度は辞退',
  notAvailable: 'いまはお願いできない',
  alreadyAsked: 'この希望で打診した',
  otherArea: 'あたりが合わない',
  otherSlot: '曜日・時間が合わない',
  otherStep: '会い方が合わない',
}

/** The comparison page; before the consent only the refusal. */
export function presentCandidates(
  { request, found }: CandidatesFacts,
  asked: { wide: boolean; chosen: string[] },
  actor: Actor,
  now: Date,
): CandidatesView {
  const page = presentRequest(request, actor, now)
  const href = `/desk/requests/${request.head.id}`
  const candidates = found?.candidates.map((one) => column(one, asked.chosen)) ?? []
  return {
    requestHref: href,
    requestsHref: '/desk/requests',
    name: page.name,
    no: page.no,
    version: page.version,
    due: page.due,
    promised: page.promised,
    next: page.refusal ? page.next : { text: '1人か2人を選び、お名前を出さずに打診する' },
    refusal: page.refusal,
    closed: request.head.state === 'closed',
    mustSearch: found === null,
    wish: wishWordsOf(request, found?.step ?? ladderView(request).step),
    candidates,
    wide: asked.wide,
    wideHref: found && !asked.wide && found.excluded.some(({ reason }) => reason.startsWith('other')) ? `${href}/candidates?wide=1` : null,
    narrowing: found ? narrowingOf(found) : [],
    narrowingSentence: found ? `受け取った名簿${found.received}人から、候補${candidates.length}人になりました。` : '',
    preview: previewOf(request, found, asked.chosen, page.today as TokyoDay),
  }
}

function wishWordsOf({ head, slots }: RequestFacts, step: number): CandidatesView['wish'] {
  return {
    area: head.area ?? 'どこでも',
    slots: slotWords(slots) || 'いつでも',
    step: ladderWords[step] ?? '',
    peer: peerWords[head.peer],
  }
}

function column({ reconfirmationId, name, facts, match }: CandidateFacts, chosen: string[]): CandidateColumn {
  return {
    id: reconfirmationId,
    name: withSan(name),
    reasons: match.reasons.map(reasonWord),
    cautions: match.cautions.map(cautionWord),
    days: slotWords(facts.slots) || 'いつでも',
    areas: facts.areas.join('、') || '決めていません',
    kinds: facts.steps.length > 0 ? facts.steps.map((step) => ladderWords[step]).join('、') : 'どの会い方でも',
    peer: facts.peer === null ? '名簿にのせていません' : facts.peer ? '似た経験のある人' : '一般',
    load: `${facts.load}件${facts.monthlyCap ? `（月に${facts.monthlyCap}回まで）` : ''}`,
    cover: coverWord(facts.cover),
    mayAsk: match.mayAsk,
    chosen: chosen.includes(reconfirmationId),
  }
}

function reasonWord(reason: Reason): string {
  switch (reason.code) {
    case 'area': return 'あたりが合う'
    case 'slots': return `${slotWords(reason.slots)}が合う`
    case 'anySlot': return 'いつでも活動できる'
    case 'step': return '会い方が合う'
    case 'peer': return '似た経験がある'
    case 'notPeer': return '似た経験のない人'
  }
}

function cautionWord(caution: Caution): CandidateColumn['cautions'][number] {
  const text = (words: string) => ({ text: words, near: false })
  switch (caution.code) {
    case 'near': return { text: '近い：要確認', near: true, note: '互いに相手のことは知らされません' }
    case 'otherArea': return text('ほかのあたりの人')
    case 'noSharedSlot': return text('曜日・時間が合わない')
    case 'step': return text('この会い方は、希望していない')
    case 'notPeer': return text('似た経験のない人')
    case 'isPeer': return text('似た経験のある人')
    case 'peerUnknown': return text('経験を名簿にのせていない')
    case 'coverLater': return text(`保険は${jpDate(asTokyoDay(caution.from))}から`)
    case 'noCover': return text('保険の加入を確かめる')
    case 'busy': return text('4週のうちに、同じ時間の予定がある')
  }
}

function coverWord(cover: Cover): string {
  if (cover.kind === 'none') return '加入の記録がありません'
  if (cover.kind === 'now') return `加入（${jpDate(asTokyoDay(cover.until))}まで）`
  return `${jpDate(asTokyoDay(cover.from))}から有効`
}

function narrowingOf(found: NonNullable<CandidatesFacts['found']>): Narrowing[] {
  return [
    { label: '受け取った名簿', count: found.received, kept: true },
    ...found.excluded.map(({ reason, count }) => ({ label: exclusionWords[reason], count, kept: false })),
    { label: '候補', count: found.received - found.excluded.reduce((sum, one) => sum + one.count, 0), kept: true },
  ]
}

function previewOf(
  { head, slots }: RequestFacts,
  found: CandidatesFacts['found'],
  chosen: string[],
  today: TokyoDay,
): ProposalPreview | null {
  const people = found?.candidates.filter((one) => chosen.includes(one.reconfirmationId) && one.match.mayAsk) ?? []
  if (!found || people.length === 0) return null
  const deed = ladderDeeds[found.step]!
  return {
    names: people.map(({ name }) => withSan(name)),
    ids: people.map(({ reconfirmationId }) => reconfirmationId),
    title: `${deed.title}を考えてみませんか`,
    facts: [
      { name: 'すること', value: deed.deed },
      { name: 'あたり', value: head.area ?? 'これから決めます' },
      { name: 'いつ', value: slotWords(slots.slice(0, 1)) || 'これから決めます' },
    ],
    dueOn: usualDueOn(today),
  }
}
