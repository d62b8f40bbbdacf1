import { type FieldLike, HiddenFields, SubmitButton, TextArea } from '#app/ui/form.ts'
import { Acts, Quiet, RowLink, Section } from '#app/ui/phone.ts'
import type { PlanReadView } from '../views/plan.ts'

export interface PlanAnswerProps {
  view: PlanReadView
  formKey: string
  /** Where 「今は決めません」 leads. */
  later: string
  /** The field for what should be different, with what was typed. */
  wish: FieldLike
}

/** Three equal ways to answer; none is filled, none is asked for twice. */
export function PlanAnswer({ view, formKey, later, wish }: PlanAnswerProps) {
  if (!view.asked) return <PlanAnswered view={view} />
  return (
    <Section title="お返事" id="answer">
      <p>どれを選んでもかまいません。「よい」と言うまで、何も始まりません。</p>
      <form method="post">
        <HiddenFields formKey={formKey} values={{ planVersionId: view.planVersionId, seen: view.seen }} />
        <TextArea field={wish} label="変えてほしいところがあれば" required={false}
          support="書かなくてもかまいません。読むのは担当だけです。" rows={3} />
        <Acts near>
          <SubmitButton look="line" intent="agree">この約束でよいです</SubmitButton>
          <SubmitButton look="line" intent="change">変えてほしいところがあります</SubmitButton>
          <SubmitButton look="line" intent="later">今は決めません</SubmitButton>
        </Acts>
      </form>
      <div className="mt-4"><RowLink href={later}>もどる</RowLink></div>
    </Section>
  )
}

function PlanAnswered({ view }: { view: PlanReadView }) {
  return (
    <Section title="お返事">
      <Quiet>
        <p>{view.answered ?? 'いま、お返事をお願いしていることはありません。'}</p>
        <p>{view.agreedByAll ? 'みなさんの同意がそろっています。' : 'あなたから何かをする必要はありません。'}</p>
      </Quiet>
      {view.documentHref ? <RowLink href={view.documentHref}>約束の書面を開く（PDF）</RowLink> : null}
    </Section>
  )
}
