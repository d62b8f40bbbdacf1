import { Cases, Acts, Facts, Lead, Note, Quiet, Section, Title } from '#app/ui/phone.ts'
import { HiddenFields, SubmitButton } from '#app/ui/form.ts'
import type { ProposalView } from '../views/proposal.ts'

/** The supporter's page of one question: what, where, when; two answers, equally free. */
export function ProposalPage({ view, formKey }: { view: ProposalView; formKey: string }) {
  return (
    <>
      <Title over={view.over}>{view.title}</Title>
      <Lead>相手の方のお名前は、まだお伝えしません。あなたのお名前も、相手の方にはまだ伝わりません。</Lead>
      {view.answered ? <Quiet title={view.answered.title}><p>{view.answered.text}</p></Quiet> : null}
      <Facts lined items={view.facts} />
      {view.canInterest || view.canDecline ? <Answer view={view} formKey={formKey} /> : null}
      {view.canInterest ? (
        <Section title="お返事のあと">
          <Cases
            items={[
              { name: '興味があるとき', value: '担当が相手の方にも聞きます。両方がよいと言ったときだけ、おたがいの呼び名をお伝えします。まだ決まりではありません。' },
              { name: '見送るとき', value: 'ここで終わりです。これからのご相談や登録には関係ありません。' },
            ]}
          />
        </Section>
      ) : null}
    </>
  )
}

function Answer({ view, formKey }: { view: ProposalView; formKey: string }) {
  return (
    <Section title={view.answered ? '気持ちが変わったとき' : 'お返事'}>
      <p>{view.canInterest ? 'どちらを選んでもかまいません。理由は聞きません。' : '見送りにすることもできます。理由は聞きません。'}</p>
      <form method="post" className="mt-6">
        <HiddenFields formKey={formKey} version={view.version} />
        <Acts near>
          {view.canInterest ? <SubmitButton intent="interest" look="line">興味があります</SubmitButton> : null}
          {view.canDecline ? <SubmitButton intent="decline" look="line">今回は見送ります</SubmitButton> : null}
        </Acts>
      </form>
      {view.until ? <Note>{view.until}</Note> : null}
    </Section>
  )
}
