import { allWithSan } from '#app/shared/call-name.ts'
import type { HelpDesk } from '#app/shared/frame.ts'
import { jpDate, jpDateWithYear, jpTime, tokyoDay } from '#app/shared/tokyo-day.ts'
import type { MyHomeFacts, NextVisit } from '../facts/my-home.ts'
import type { MyHomeView } from '../views.ts'

function nextOf(visit: NextVisit): MyHomeView['next'] {
  return {
    when: [jpDate(tokyoDay(visit.startsAt)), `${jpTime(visit.startsAt)}から${jpTime(visit.endsAt)}`],
    href: `/my/visits/${visit.id}`,
    facts: [
      { name: '会う方', value: allWithSan(visit.callNames) || '—' },
      { name: '場所', value: visit.place || '—' },
    ],
    keepInMind: visit.keepInMind.split('\n').filter(Boolean),
  }
}

/** マイページ: the next visit, what waits, where the rest is. */
export function presentMyHome(facts: MyHomeFacts, help: HelpDesk | null): MyHomeView {
  const waiting: MyHomeView['waiting'] = [
    ...facts.plans.map(({ planVersionId }) => ({
      title: '計画を読んで、お答えください',
      note: 'いっしょに決めた計画です。変えてほしいところがあれば、そう答えられます。',
      href: `/my/plans/${planVersionId}`,
      act: '計画を読む',
    })),
    ...facts.proposals.map((proposal) => ({
      title: 'ご相談が1件あります',
      note: `${proposal.answerDueOn ? `${jpDate(tokyoDay(proposal.answerDueOn))}まで考えられます。` : ''}見送っても、これからの活動には関係ありません。`,
      href: `/my/proposals/${proposal.id}`,
      act: 'ご相談を読む',
    })),
    ...facts.unreported.map((visit) => ({
      title: `${jpDate(tokyoDay(visit.startsAt))}の活動の報告`,
      note: '短くてもかまいません。報告には、担当が必ずお返事します。',
      href: `/my/visits/${visit.visitId}/report`,
      act: '報告を書く',
    })),
    ...facts.consents
      .filter((consent) => consent.state === 'explained')
      .map((consent) => ({
        title: '登録の説明と同意',
        note: '途中まで読んだところから続けられます。登録するかどうかは、ご自分で決められます。',
        href: `/my/consent/${consent.id}`,
        act: '続きを読む',
      })),
    ...facts.consentOpenAt.map(() => ({
      title: '研修を修了しました',
      note: '名簿に登録するかどうかは、説明を読んでから、ご自分で決められます。',
      href: '/my/roster',
      act: '登録について読む',
    })),
  ]
  return { title: `${facts.displayName}さんのページ`, next: facts.next && nextOf(facts.next), waiting, places: placesOf(facts), help }
}

function placesOf(facts: MyHomeFacts): MyHomeView['places'] {
  const registered = facts.entry
    ? `登録は${jpDateWithYear(tokyoDay(facts.entry.validTo))}まで${facts.entry.paused ? '（お休み中）' : ''}`
    : 'まだ登録していません'
  return [
    { label: '活動の記録と、担当からの返事', note: '', href: '/my/reports' },
    { label: '研修', note: '', href: '/my/training' },
    { label: '登録と、わたしの情報を持っているところ', note: registered, href: '/my/roster' },
  ]
}
