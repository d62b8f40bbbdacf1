import { Dots, Facts, Lead, Note, Section, Title } from '#app/ui/phone.ts'
import type { CheckView } from '../views.ts'

const words = {
  match: {
    title: '記録と一致しました',
    lead: 'この書面は、下の「出したところ」が出したものです。お手元の紙と、次の内容を見くらべてください。',
  },
  voided: {
    title: 'この書面は、取り消されています',
    lead: '記録にはありますが、いまは使えません。くわしいことは、出したところに聞いてください。',
  },
  otherFile: {
    title: '同じファイルは、記録にありませんでした',
    lead: '印刷して読み取ったファイルや、途中で変わったファイルは、同じ内容でも一致しません。そのときは、書面のコードで確かめてください。',
  },
  none: {
    title: '記録と一致しませんでした',
    lead: '打ちまちがいのこともあります。もう一度、書面のコードを見てください。',
  },
}

/** The answer to a check: no name is ever shown. */
export function CheckResult({ view }: { view: CheckView }) {
  if (!view.result) {
    return (
      <>
        <Title>書面の照合</Title>
        <Lead>修了証書などの書面が、記録のとおりかどうかを、だれでも確かめられます。</Lead>
      </>
    )
  }
  const { title, lead } = words[view.result]
  return (
    <>
      <Title>{title}</Title>
      <Lead>{lead}</Lead>
      {view.facts.length > 0 ? (
        <div className="mt-8">
          <Facts lined wide items={view.facts} />
          <Note>お名前は、この画面には出しません。紙の「内容の指紋」が1文字でもちがうときは、同じ書面ではありません。</Note>
        </div>
      ) : null}
      {view.result === 'match' ? (
        <Section title="この照合でわかること">
          <Dots items={['記録したあとで、内容は変わっていません。', '取り消しや、出し直しはありません。']} />
          <Note>書面を持っている人がご本人かどうかは、この照合ではわかりません。</Note>
        </Section>
      ) : null}
    </>
  )
}
