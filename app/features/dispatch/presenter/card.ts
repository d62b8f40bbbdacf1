import { allWithSan, withSan } from '#app/shared/call-name.ts'
import { asTokyoDay, jpDate, jpDateWithYear, jpTime, tokyoDay } from '#app/shared/tokyo-day.ts'
import type { ClientNote } from '../domain/client-note.ts'
import { linesOf } from '../domain/plan-text.ts'
import type { CardFacts, PrintedCard } from '../facts/card.ts'
import type { CardConsentView, CardHomeView } from '../views/card.ts'
import type { CardPrintView } from '../views/request.ts'

const minute = 60_000

/** The client's page: one thing that counts now, what can be changed, what was promised, who can see. */
export function presentCardHome(facts: CardFacts): CardHomeView {
  const deskName = facts.desk?.name ?? '担当の窓口'
  const running = !facts.stoppedAt && facts.dispatch !== null && facts.dispatch !== 'stopped' && facts.dispatch !== 'ended'
  return {
    help: facts.desk,
    deskName,
    stopped: facts.stoppedAt ? `${jpDate(tokyoDay(facts.stoppedAt))}に、「やめたい」を受け取りました。` : null,
    visit: facts.stoppedAt ? null : visitOf(facts),
    quiet: quietOf(facts),
    notes: notesOf(facts, running),
    consent: facts.stoppedAt || running ? null : consentOf(facts),
    promise: running && facts.promise ? { dos: linesOf(facts.promise.dos), donts: linesOf(facts.promise.donts) } : null,
    planWaits: facts.planWaits && !facts.stoppedAt,
    rows: [
      ...(facts.promise ? [{ href: '/card/plan', label: '約束をぜんぶ読む' }] : []),
      ...(facts.dispatch ? [{ href: '/card/reports', label: 'サポーターが書いた報告を読む' }] : []),
      { href: '#readers', label: 'だれが、あなたの情報を見られるか' },
    ],
    readers: readersOf(facts, deskName),
  }
}

function visitOf({ visit, promise }: CardFacts): CardHomeView['visit'] {
  if (!visit) return null
  const minutes = Math.round((visit.endsAt.getTime() - visit.startsAt.getTime()) / minute)
  const [deed] = promise ? linesOf(promise.dos) : []
  return {
    day: jpDate(tokyoDay(visit.startsAt)),
    time: `${jpTime(visit.startsAt)}から、${minutes}分くらい`,
    facts: [
      { name: '来る人', value: visit.supporters.map((name) => `${withSan(name)}（サポーター）`).join('、') || '担当からお知らせします' },
      { name: '場所', value: visit.place || '約束した場所' },
      ...(deed ? [{ name: 'すること', value: deed }] : []),
    ],
  }
}

function quietOf(facts: CardFacts): CardHomeView['quiet'] {
  const nobody = '今、予定はありません。だれも来ません。'
  if (facts.stoppedAt) return { title: null, lines: [nobody, '新しい予定は、もう入りません。'] }
  if (facts.dispatch === 'paused') {
    return { title: 'お休み中です', lines: [nobody, 'あなたが「また始めたい」と伝えるまで、こちらから予定を入れることはありません。'] }
  }
  const asked = facts.dispatch === null && facts.consentedAt === null
  return { title: null, lines: [nobody, asked ? '下のお返事も、急ぎません。' : 'あなたから何かをする必要はありません。'] }
}

function notesOf(facts: CardFacts, running: boolean): { note: ClientNote; label: string }[] {
  if (!running) return []
  const other = { note: 'otherSupporter' as const, label: 'サポーターを変えたい' }
  if (facts.dispatch === 'paused') return [{ note: 'resume', label: 'また始めたい' }, other]
  const day = facts.visit ? [{ note: 'otherDay' as const, label: '別の日にしたい' }] : []
  return [...day, other, { note: 'rest', label: '休みたい' }]
}

function consentOf({ consentedAt }: CardFacts): CardHomeView['consent'] {
  return consentedAt
    ? { asked: false, text: '合いそうなサポーターを、担当がさがしています。決まる前に、かならずあなたに聞きます。' }
    : { asked: true, text: '合いそうなサポーターを、さがし始めてよいかどうか、あなたに聞いています。急ぎません。' }
}

function readersOf({ supporters, stoppedAt }: CardFacts, deskName: string): CardHomeView['readers'] {
  const people = stoppedAt || supporters.length === 0
    ? { name: 'サポーター', text: '今は、だれも見られません。' }
    : { name: allWithSan(supporters), text: 'あなたの呼び名と、約束、予定だけ。終わると、見られなくなります。' }
  return [
    { name: '担当', text: `${deskName}の担当だけです。あなたの希望、約束、予定、連絡のきまりを見ます。見た記録が残ります。` },
    people,
    { name: 'ほかの人', text: '見られません。ご家族にも、あなたがよいと言ったことだけを伝えます。' },
  ]
}

/** The page of the consent to coordination. */
export function presentCardConsent(facts: CardFacts): CardConsentView {
  return {
    help: facts.desk,
    deskName: facts.desk?.name ?? '担当の窓口',
    stopped: facts.stoppedAt !== null,
    givenOn: facts.consentedAt ? jpDateWithYear(tokyoDay(facts.consentedAt)) : null,
  }
}

/** The card on paper; it names nobody and does not say what it is for. */
export function presentPrintedCard(card: PrintedCard, requestId: string): CardPrintView {
  const { desk } = card
  return {
    code: card.code,
    codeAddress: card.codeAddress,
    size: card.picture.size,
    path: card.picture.path,
    expires: jpDateWithYear(asTokyoDay(card.expiresOn)),
    deskName: desk?.name ?? '',
    deskLines: [desk?.mail ? `メール　${desk.mail}` : '', desk?.phone ? `電話　${desk.phone}${desk.hours ? `（${desk.hours}）` : ''}` : ''].filter(Boolean),
    backHref: `/desk/requests/${requestId}`,
  }
}
