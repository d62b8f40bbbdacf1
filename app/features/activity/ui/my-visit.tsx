import { Acts, Calls, Dots, Facts, More, Note, Prose, Quiet, Row, Rows, Section, Soft, Sub, Title } from '#app/ui/phone.ts'
import { HiddenFields, SubmitButton } from '#app/ui/form.ts'
import type { MyVisitView } from '../views/activity.ts'

/** A visit on the phone: the one button that counts now, what to keep in mind, whom to call (drawn 10, 10b). */
export function MyVisit({ view, formKey }: { view: MyVisitView; formKey: string }) {
  return (
    <>
      <Title over={view.over}>{view.when}{view.name ? <><br />{view.name}</> : null}</Title>
      {view.place ? (
        <div className="mt-6">
          <Facts items={[
            { name: '場所', value: view.place },
            ...(view.companions ? [{ name: 'いっしょに', value: view.companions }] : []),
          ]} />
        </div>
      ) : null}
      <div className="mt-8"><Now view={view} formKey={formKey} /></div>
      {view.keep.length > 0 ? <Section title="心にとめておくこと"><Dots items={view.keep} /></Section> : null}
      <Section title="連絡するところ">
        <Sub>命やけがの心配があるとき</Sub>
        <Calls items={view.urgent} />
        {view.calls.length > 0 ? (
          <div className="mt-8">
            <Sub>そのほかのとき</Sub>
            <p>上から順にかけてください。つながらないときは、次の人へ。</p>
            <div className="mt-4"><Calls ordered items={view.calls} /></div>
          </div>
        ) : null}
      </Section>
      <Section>
        <Rows>
          {view.canReport ? <Row href={view.reportHref} note={view.reportNote}>活動の報告を書く</Row> : null}
          <Row href={view.incidentHref}>けがや、こまったことがあったとき</Row>
        </Rows>
        <Note>今日行けなくなったときは、下の窓口に知らせてください。理由はいりません。</Note>
      </Section>
      {view.canPassOn ? <PassOn formKey={formKey} /> : null}
    </>
  )
}

/** What the client said to the supporter; folded, because it takes effect at once. */
function PassOn({ formKey }: { formKey: string }) {
  return (
    <Section>
      <More title="「やめたい」と聞いたとき">
        <p>送るとすぐに止まり、これからの予定はすべて取り消されます。理由はいりません。</p>
        <form method="post">
          <HiddenFields formKey={formKey} />
          <Acts near><SubmitButton look="line" intent="passOn">「やめたい」と聞いたことを担当に伝える</SubmitButton></Acts>
        </form>
      </More>
    </Section>
  )
}

function Now({ view, formKey }: { view: MyVisitView; formKey: string }) {
  switch (view.moment) {
    case 'cancelled':
      return <Quiet title="この予定は、取り消しになりました。"><p>あなたの活動のせいではありません。何かをする必要はありません。</p></Quiet>
    case 'held':
      return <Quiet title={`「${view.outcome ?? ''}」と受け取りました。`}><p>{view.canReport ? '報告は、落ち着いてからでかまいません。' : '報告も受け取っています。'}</p></Quiet>
    case 'before':
      return <Quiet title="まだ先の予定です。"><p>当日、このページから「着きました」を送れます。</p></Quiet>
    case 'early':
      return <Quiet title="今日の予定です。"><p>始まる1時間前から「着きました」を送れます。</p></Quiet>
    case 'ready':
      return <Signal formKey={formKey} intent="arrive" label="着きました" note="着いたことと時刻だけが、担当に伝わります。いる場所は送りません。" />
    case 'inside':
      return <Signal formKey={formKey} intent="leave" label="出ました" lead={`${view.arrived}に着きました。`}
        note={`いつ出てもかまいません。${view.expected}ごろまでに「出ました」がないときは、担当があなたに連絡することがあります。`} />
    case 'left':
      return <Outcome view={view} formKey={formKey} />
  }
}

function Signal({ formKey, intent, label, lead, note }: { formKey: string; intent: string; label: string; lead?: string; note: string }) {
  return (
    <Soft>
      {lead ? <p>{lead}</p> : null}
      <form method="post">
        <HiddenFields formKey={formKey} />
        <Prose>
          <SubmitButton look="big" intent={intent}>{label}</SubmitButton>
          <Note>{note}</Note>
        </Prose>
      </form>
    </Soft>
  )
}

/** What became of it; every answer is as good as the others. */
function Outcome({ view, formKey }: { view: MyVisitView; formKey: string }) {
  return (
    <Soft title="おつかれさまでした。会えましたか">
      <form method="post">
        <HiddenFields formKey={formKey} version={view.version} intent="hold" />
        <p>どれも、活動です。会えない日があってもかまいません。</p>
        <Acts near>
          {view.outcomes.map((one) => (
            <button key={one.value} type="submit" name="outcome" value={one.value} className="btn btn-line">{one.label}</button>
          ))}
        </Acts>
      </form>
    </Soft>
  )
}
