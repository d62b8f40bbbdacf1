import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/shared/actor.ts'
import { receiptNo } from '#app/shared/receipt-no.ts'
import { daysBetween, jpDateTime, tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { dayToBothYears } from '#app/shared/wareki.ts'
import { nextState } from '../domain/application-lifecycle.ts'
import { hasSeat, possibleAnswers, seatsLeft } from '../domain/seats.ts'
import type { DeskApplicationFacts } from '../facts.ts'
import { wishWords } from './apply.ts'
import { applicationStateWords, near } from './words.ts'

/** One application at the desk. */
export function presentApplication(facts: DeskApplicationFacts, actor: Actor, today: TokyoDay) {
  const { application, given, seats, decisionOn } = facts
  const words = wishWords(given.answers, given.phone)
  const undecided = nextState(application.state, 'decline') !== null
  const canDecide = undecided && may(actor, 'application.decide', { bodyId: application.bodyId })
  const answers = application.confirmedAt ? possibleAnswers(seats) : (['decline'] as const)
  const left = seatsLeft(seats)
  return {
    id: application.id,
    version: application.version,
    name: application.name,
    receipt: receiptNo(application.receiptFy, 'KJ', application.receiptNo),
    course: { href: `/desk/courses/${application.courseId}`, title: application.courseTitle },
    state: !application.confirmedAt && undecided ? 'メールの確認待ち' : applicationStateWords[application.state],
    chip: undecided ? ('now' as const) : application.state === 'accepted' ? ('plain' as const) : ('done' as const),
    brief: {
      due: undecided && decisionOn ? { text: `${near(decisionOn, today)}ごろまでに返事`, note: '申込みの控えのページで、そう伝えています' } : null,
      promised: promiseOf(facts),
      next: nextStep(facts, today),
    },
    rules: [
      { name: '方法', text: words.ways },
      { name: '電話', text: [words.phone, words.callTimes].filter(Boolean).join('　') },
      { name: '留守電', text: words.voicemail },
      { name: '名乗り', text: words.senderName },
      { name: 'ご家族', text: words.familyMayKnow },
    ],
    facts: [
      { name: 'お名前', value: application.name, note: application.kana },
      { name: '呼び名', value: application.preferredName ?? '書いていません' },
      { name: '生まれた日', value: given.birth ? dayToBothYears(given.birth) : '書いていません' },
      { name: 'メール', value: given.email, isMail: true },
      { name: '電話番号', value: given.phone ?? '書いていません' },
      { name: '住所', value: given.address ?? '書いていません' },
      { name: 'あると助かること', value: given.care ?? '書いていません' },
      { name: '登録を考えているか', value: words.registerWish, note: '受講の決定には使いません' },
    ],
    history: historyOf(facts),
    decide: canDecide
      ? {
          accept: answers.some((answer) => answer === 'accept'),
          waitlist: application.state === 'submitted' && answers.some((answer) => answer === 'waitlist'),
          seats: left === null ? '定員はありません。' : hasSeat(seats) ? `定員${seats.capacity}人のうち、あと${left}人です。` : `定員の${seats.capacity}人が決まっています。順番待ちにできます。`,
          waitsForMail: !application.confirmedAt,
          reasons: facts.declineReasons.map((reason) => ({ value: reason, label: reason })),
        }
      : null,
  }
}
export type DeskApplicationView = ReturnType<typeof presentApplication>

function promiseOf({ given }: DeskApplicationFacts): { text: string; note: string } | null {
  return given.answers.phoneWish === 'none' ? { text: '電話はしない', note: '申込みのときの希望' } : null
}

function nextStep({ application }: DeskApplicationFacts, today: TokyoDay): { text: string; note: string } | null {
  const age = `申込みから${daysBetween(tokyoDay(application.createdAt), today)}日`
  if (!nextState(application.state, 'decline')) return null
  if (!application.confirmedAt) return { text: 'ご本人がメールのページを開くのを待つ', note: age }
  return { text: '受講の返事をする', note: age }
}

function historyOf({ application }: DeskApplicationFacts) {
  const entries = [
    { at: application.createdAt, kind: '申込み', text: `${application.courseTitle}に申し込み` },
    application.confirmedAt && { at: application.confirmedAt, kind: '確認', text: 'ご本人がメールのページで確かめた' },
    application.decidedAt && {
      at: application.decidedAt,
      kind: '返事',
      text: [
        application.state === 'waitlisted' ? '順番待ち' : application.state === 'declined' ? '見送り' : '受講',
        application.declineReason && `（${application.declineReason}）`,
        application.decidedByName && `　${application.decidedByName}`,
      ].filter(Boolean).join(''),
    },
  ]
  return entries
    .filter((entry) => entry !== null)
    .map(({ at, kind, text }) => ({ at: at.toISOString(), date: jpDateTime(at), kind, text }))
    .reverse()
}
