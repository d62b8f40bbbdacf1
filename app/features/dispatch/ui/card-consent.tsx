import { Dots, Even, Facts, Lead, Note, Quiet, RowLink, Section, Title, Whole } from '#app/ui/phone.ts'
import { HiddenFields, SubmitButton } from '#app/ui/form.ts'
import type { CardConsentView } from '../views/card.ts'

/** The consent to coordination in plain words; two equal answers, and a way back from the first. */
export function CardConsent({ view, formKey }: { view: CardConsentView; formKey: string }) {
  return (
    <>
      <Title>サポーターを<Whole>さがし始めても</Whole><Whole>よいですか</Whole></Title>
      <Lead>合いそうなサポーターがいるかどうかを、担当がさがします。だれかが来ることは、まだ決まりません。</Lead>
      {view.stopped ? <Quiet><p>「やめたい」を受け取っています。今は、何も聞きません。</p></Quiet> : null}
      <Section title="すること">
        <Dots
          items={[
            '合いそうなサポーターに、あたりと、会い方と、時間だけを伝えて聞きます。',
            '興味のある人がいたら、どんなふうに会うかの案をつくって、あなたに聞きます。',
          ]}
        />
      </Section>
      <Section title="しないこと">
        <Dots items={['あなたの名前や住所を、サポーターに伝えません。', 'あなたが「よい」と言う前に、だれかが来ることはありません。']} />
      </Section>
      <Section title="知っておいてほしいこと">
        <Facts
          lined
          items={[
            { name: 'いつ', value: '急ぎません。いつ答えてもかまいません。' },
            { name: 'やめる', value: 'いつでも取りやめられます。理由はいりません。' },
            { name: '見る人', value: `${view.deskName}の担当だけです。` },
          ]}
        />
      </Section>
      {view.stopped ? null : view.givenOn ? <Given view={view} formKey={formKey} givenOn={view.givenOn} /> : <Ask formKey={formKey} />}
      <RowLink href="/card">あなたのページにもどる</RowLink>
    </>
  )
}

function Ask({ formKey }: { formKey: string }) {
  return (
    <Section title="お返事">
      <p>どちらを選んでもかまいません。理由はいりません。</p>
      <form method="post" className="mt-6">
        <HiddenFields formKey={formKey} />
        <Even>
          <SubmitButton intent="give" look="line">さがし始めてよいです</SubmitButton>
          <SubmitButton intent="notYet" look="line">今ははじめません</SubmitButton>
        </Even>
      </form>
      <Note>お返事がないあいだは、何も始まりません。</Note>
    </Section>
  )
}

function Given({ givenOn, formKey }: { view: CardConsentView; givenOn: string; formKey: string }) {
  return (
    <Section title="お返事">
      <Quiet title="「さがし始めてよい」を受け取りました"><p>{givenOn}に受け取りました。担当がさがしています。</p></Quiet>
      <form method="post" className="mt-6">
        <HiddenFields formKey={formKey} />
        <SubmitButton intent="withdraw" look="line">さがすことを取りやめる</SubmitButton>
      </form>
      <Note>押すと、その場で止まります。理由はいりません。また始めることもできます。</Note>
    </Section>
  )
}
