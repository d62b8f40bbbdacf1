import { Acts, Dots, Head, Lead, Phrase, Row, Rows, Section, Soft, Title } from '#app/ui/phone.ts'
import { SubmitButton } from '#app/ui/form.ts'
import type { ClientStopView } from '../views.ts'

/** Before: one button, what happens then, and how to leave without doing anything. */
export function BeforeStop({ view }: { view: ClientStopView }) {
  const planned = view.plannedFrom ?? 'これからの予定'
  return (
    <>
      <Title>やめたいとき</Title>
      <Lead>ボタンを押すと、すぐに止まります。理由はいりません。電話もかかってきません。</Lead>
      <form method="post" action="/card/stop">
        <Acts near>
          <SubmitButton look="fill">やめると伝える</SubmitButton>
        </Acts>
      </form>
      <Section title="押したあと">
        <Dots
          items={[
            `${planned}は、すべて取り消します。`,
            'サポーターには、お休みになったことだけを伝えます。',
            'サポーターは、あなたの情報を見られなくなります。',
            'また始めたくなったら、いつでもお知らせください。',
          ]}
        />
      </Section>
      <Section>
        <Rows>
          <Row href="/card" note="何も変わりません">あなたのページにもどる</Row>
        </Rows>
      </Section>
    </>
  )
}

/** Afterwards: what was done, in the past tense; who was told what; nothing is expected. */
export function AfterStop({ view }: { view: ClientStopView }) {
  return (
    <>
      <Title>受け取りました</Title>
      <Soft>
        <p>{view.plannedFrom ? `${view.plannedFrom}は、すべて取り消しました。` : '新しい予定は、もう入りません。'}</p>
        <p>理由は必要ありません。また始めたくなったら、いつでもお知らせください。</p>
      </Soft>
      <Section title="サポーターには">
        <p>お休みになったことだけを伝えます。</p>
        <p>もし行きちがいで人が来ても、出なくてかまいません。</p>
      </Section>
      <Section title="あなたの情報">
        <p>サポーターは、もう見られません。</p>
        <p>記録を持っているのは、<Phrase>{view.deskName}だけです。</Phrase></p>
      </Section>
      <Section>
        <Head>控え</Head>
        <p>受け取った日時：{view.receivedAt}</p>
        <p>このページは、閉じてかまいません。</p>
      </Section>
    </>
  )
}

