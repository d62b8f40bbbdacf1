import type { FieldLike } from '#app/ui/form/field.ts'
import { Acts, ButtonLine, Calls, Facts, Head, Lead, Note, Prose, Receipt, Section, Title } from '#app/ui/phone.ts'
import { DayField, HiddenFields, RadioGroup, SubmitButton, TextArea, TextField, TimeField } from '#app/ui/form.ts'
import type { EmergencyView, OwnIncidentView } from '../views.ts'

/** Safety first, then whom to call, then two ways on. */
export function SafetyFirst({ view, formKey }: { view: EmergencyView; formKey: string }) {
  return (
    <>
      <Title>まず安全を確保してください</Title>
      <Lead>その場をはなれてかまいません。荷物は置いたままで、だいじょうぶです。記録はあとで書けます。</Lead>
      <Section>
        <Calls ordered items={view.contacts} />
        <Note>電話がむずかしいときは、下のボタンを押してください。担当に、すぐメールで伝わります。</Note>
      </Section>
      <form method="post">
        <HiddenFields formKey={formKey} intent="help" />
        <Acts>
          <SubmitButton look="fill">担当に「助けがほしい」と伝える</SubmitButton>
          <ButtonLine href={view.recordHref}>安全です。記録を始める</ButtonLine>
        </Acts>
      </form>
      <Section title="このあとのこと">
        <Prose>
          <p>記録は、起きたことだけを短く書きます。だれが悪いかは聞きません。</p>
          <p>あなたの気持ちやからだのことも、担当が聞きます。次の活動は、いつでも休めます。</p>
        </Prose>
      </Section>
    </>
  )
}

type FieldName = 'kind' | 'occurredOn' | 'occurredAt' | 'place' | 'summary' | 'firstResponse' | 'presentState'

export interface RecordProps {
  view: EmergencyView
  formKey: string
  formProps: object
  fields: Record<FieldName, FieldLike>
}

/** The first report: short facts, in the order in which people tell them. */
export function FirstReport({ view, formKey, formProps, fields }: RecordProps) {
  return (
    <>
      <Title>起きたことの記録</Title>
      <Lead>短く書いてください。分からないところは「分からない」でかまいません。足りないことは、あとで担当が聞きます。</Lead>
      <form method="post" {...formProps}>
        <HiddenFields formKey={formKey} intent="record" />
        <RadioGroup field={fields.kind} label="どんなことか" options={view.kinds} required />
        <DayField field={fields.occurredOn} label="起きた日" required />
        <TimeField field={fields.occurredAt} label="起きた時刻" required support="だいたいでかまいません。" />
        <TextField field={fields.place} label="場所" required support="家の中、玄関の外、行き帰りの道、など" />
        <TextArea field={fields.summary} label="起きたこと" required rows={4} />
        <TextArea field={fields.firstResponse} label="すぐにしたこと" required rows={3} />
        <TextArea field={fields.presentState} label="いまの様子" required rows={3} support="けがの様子、あなたの気持ちやからだのことも、書いてかまいません。" />
        <Acts>
          <SubmitButton look="fill">この内容で伝える</SubmitButton>
        </Acts>
      </form>
    </>
  )
}

/** After reporting: it arrived, what happens then, nothing more is due. */
export function OwnIncident({ view }: { view: OwnIncidentView }) {
  return (
    <>
      <Title>受け取りました</Title>
      <Receipt no={view.receiptNo} label="受付番号">{view.reportedAt}に、担当へ伝わりました。</Receipt>
      <Section>
        <p>このあと、担当からあなたに連絡します。次の活動は、いつでも休めます。理由はいりません。</p>
      </Section>
      <Section>
        <Head>伝えた内容</Head>
        <Facts wide lined items={view.facts} />
      </Section>
      <Section title="いま">
        <p>{view.state}。続きは担当が書きます。あなたが書き足すことはありません。</p>
      </Section>
    </>
  )
}
