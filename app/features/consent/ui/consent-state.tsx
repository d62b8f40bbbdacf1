import { Acts, ButtonFill } from '#app/ui/button/buttons.tsx'
import { HiddenFields, SubmitButton } from '#app/ui/form.ts'
import { Cases, Facts, FileLink, Lead, Note, Path, Prose, Quiet, Section, Title } from '#app/ui/phone.ts'
import type { OwnConsentView } from '../views.ts'

/** One's own consent: where it stands, the one next step, the record, who holds the data, and the way out. */
export function ConsentState({ view, formKey }: { view: OwnConsentView; formKey: string }) {
  return (
    <>
      <Title over="名簿への登録">{view.title}</Title>
      <Lead>{view.lead}</Lead>
      {view.returned ? (
        <div className="mt-8"><Quiet title="紙をお返ししました"><p>{view.returned.text}</p></Quiet></div>
      ) : null}
      {view.next ? (
        <>
          <Acts near><ButtonFill href={view.next.href}>{view.next.label}</ButtonFill></Acts>
          <div className="mt-3"><Note>{view.next.note}</Note></div>
        </>
      ) : null}
      {view.path ? <Section title="これからのこと"><Path steps={view.path} /></Section> : null}
      {view.signed ? (
        <Section title="同意の記録">
          <Facts items={view.signed} lined wide />
          {view.pdf ? <div className="mt-3"><FileLink href={view.pdf.href} about={view.pdf.about}>{view.pdf.label}</FileLink></div> : null}
        </Section>
      ) : null}
      {view.hasHolders ? <Holders holders={view.holders} /> : null}
      {view.recipients ? (
        <Section title="名簿をお渡しするところ">
          <Facts items={view.recipients.items} lined />
          <div className="mt-4"><Note>{view.recipients.on}</Note></div>
        </Section>
      ) : null}
      {view.withdraw ? <Withdraw told={view.withdraw.told} formKey={formKey} /> : null}
      <Section title={view.wholeTitle} id="whole"><Cases items={view.whole} /></Section>
    </>
  )
}

function Holders({ holders }: { holders: OwnConsentView['holders'] }) {
  return (
    <Section title="わたしの情報を持っているところ">
      {holders.length > 0
        ? <Facts items={holders.map((holder) => ({ name: holder.name, value: holder.text }))} lined wide />
        : <Quiet><p>今、あなたの情報を持っている市町村はありません。</p></Quiet>}
    </Section>
  )
}

function Withdraw({ told, formKey }: { told: string; formKey: string }) {
  return (
    <Section title="同意を取りやめる" id="withdraw">
      <Prose>
        <p>いつでも取りやめられます。理由はいりません。研修の修了はそのままです。</p>
        <p>押すとすぐに登録が終わり、これからの予定もなくなります。{told}</p>
      </Prose>
      <form method="post">
        <HiddenFields formKey={formKey} intent="withdraw" />
        <Acts near><SubmitButton look="line">同意を取りやめる</SubmitButton></Acts>
      </form>
    </Section>
  )
}
