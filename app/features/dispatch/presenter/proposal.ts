import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/shared/actor.ts'
import { jpDateWithYear } from '#app/shared/tokyo-day.ts'
import { nextProposalState, type ProposalState } from '../domain/proposal-lifecycle.ts'
import type { OwnProposal } from '../facts/proposal.ts'
import { ladderDeeds } from '../messages/request.ts'
import type { ProposalView } from '../views/proposal.ts'
import { slotWords } from './request-parts.ts'

const answered: Record<ProposalState, { title: string; text: string } | null> = {
  sent: null,
  interested: {
    title: '「興味があります」を受け取りました',
    text: '担当が相手の方にも聞きます。両方がよいと言ったときだけ、おたがいの呼び名をお伝えします。まだ決まりではありません。',
  },
  declined: { title: '「今回は見送ります」を受け取りました', text: 'ここで終わりです。これからのご相談や登録には関係ありません。' },
  lapsed: { title: 'このご相談は終わりました', text: 'お返事がなかったので、見送りとして受け取りました。これからのご相談や登録には関係ありません。' },
  cancelled: { title: 'このご相談は取りやめになりました', text: 'あなたのせいではありません。これからのご相談や登録には関係ありません。' },
}

/** The supporter's page of one question; the two answers are equally free. */
export function presentProposal(facts: OwnProposal, actor: Actor): ProposalView {
  const deed = ladderDeeds[facts.ladder] ?? ladderDeeds[1]!
  const mine = may(actor, 'proposal.answer', { personId: facts.personId })
  const { weekday, part } = facts
  return {
    id: facts.id,
    over: `${facts.bodyName}からのご相談`,
    title: `${deed.title}を考えてみませんか`,
    facts: [
      { name: 'すること', value: deed.deed },
      { name: 'あたり', value: facts.area ? `${facts.bodyName}の${facts.area}` : `${facts.bodyName}の中` },
      { name: 'いつ', value: weekday && part ? slotWords([{ weekday, part }]) : 'いっしょに決めます' },
      { name: 'いっしょに', value: 'はじめは担当がいっしょに考えます。' },
      ...(facts.message ? [{ name: '担当から', value: facts.message }] : []),
    ],
    until: facts.state === 'sent' && facts.dueOn
      ? `${jpDateWithYear(facts.dueOn)}まで考えられます。お返事がないときは、見送りとして受け取ります。`
      : null,
    version: facts.version,
    answered: answered[facts.state],
    canInterest: mine && nextProposalState(facts.state, 'interest') !== null,
    canDecline: mine && nextProposalState(facts.state, 'decline') !== null,
    desk: facts.desk,
  }
}
