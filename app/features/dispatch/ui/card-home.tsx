import { ButtonLine, Dots, Even, Facts, Lead, Lines, Note, Quiet, Row, Rows, Section, Soft, Sub, Title } from '#app/ui/phone.ts'
import { HiddenFields, SubmitButton } from '#app/ui/form.ts'
import type { CardHomeView } from '../views/card.ts'

/** The client's page: what comes next, what can be changed, what was promised. */
export function CardHome({ view, formKey }: { view: CardHomeView; formKey: string }) {
  return (
    <>
      <Title>あなたのページ</Title>
      {view.stopped ? <Lead>{view.stopped}</Lead> : null}
      {view.visit ? (
        <Soft title="次の予定" big={<Lines lines={[view.visit.day, view.visit.time]} />}>
          <Facts items={view.visit.facts} />
          <p>出なくてもかまいません。<br />話さなくてもかまいません。</p>
        </Soft>
      ) : (
        <Quiet title={view.quiet.title}>{view.quiet.lines.map((line) => <p key={line}>{line}</p>)}</Quiet>
      )}
      {view.consent ? <Consent consent={view.consent} /> : null}
      {view.planWaits ? (
        <Section title="これからの約束">
          <p>約束の案ができました。読んで、よいかどうかを教えてください。急ぎません。</p>
          <p className="mt-6"><ButtonLine href="/card/plan">これからの約束を読む</ButtonLine></p>
        </Section>
      ) : null}
      {view.stopped ? null : <Change view={view} formKey={formKey} />}
      {view.promise ? <Promised promise={view.promise} /> : null}
      <Section title="あなたの情報">
        <Rows>{view.rows.map((row) => <Row key={row.href} href={row.href}>{row.label}</Row>)}</Rows>
      </Section>
      <Section title="だれが見られるか" id="readers">
        <Facts lined wide items={view.readers.map(({ name, text }) => ({ name, value: text }))} />
      </Section>
    </>
  )
}

function Consent({ consent }: { consent: NonNullable<CardHomeView['consent']> }) {
  return (
    <Section title="サポーターをさがすこと">
      <p>{consent.text}</p>
      <p className="mt-6">
        <ButtonLine href="/card/consent">{consent.asked ? '読んで、お返事をする' : '内容を読む・取りやめる'}</ButtonLine>
      </p>
    </Section>
  )
}

function Change({ view, formKey }: { view: CardHomeView; formKey: string }) {
  return (
    <Section title="変えたいとき">
      <p>どれも、理由はいりません。電話もいりません。</p>
      <form method="post" className="mt-6">
        <HiddenFields formKey={formKey} />
        <Even>
          {view.notes.map(({ note, label }) => <SubmitButton key={note} intent={note} look="line">{label}</SubmitButton>)}
          <ButtonLine href="/card/stop">やめたい</ButtonLine>
        </Even>
      </form>
      <Note>
        {view.notes.length > 0 ? '担当が受け取って、お返事をします。' : ''}やめると、その場ですべて止まります。
      </Note>
    </Section>
  )
}

function Promised({ promise }: { promise: NonNullable<CardHomeView['promise']> }) {
  return (
    <Section title="約束したこと">
      <Sub>すること</Sub>
      <Dots items={promise.dos} />
      <Sub>しないこと</Sub>
      <Dots items={promise.donts} />
    </Section>
  )
}
