import type { FieldLike } from '#app/ui/form/field.ts'
import { Brief, ButtonFill, Cols, Crumb, DeskSection, Dl, EmergencyBanner, PageHead, Panel, TextLink, Tree } from '#app/ui/desk.ts'
import { ErrorSummary, HiddenFields, SelectField, SubmitButton, TextArea, TextField, TimeField } from '#app/ui/form.ts'
import type { FormLike } from '#app/ui/form/summary.ts'
import type { IncidentView } from '../views.ts'
import { IncidentChip } from './desk-incidents.tsx'

type Fields<N extends string> = Record<N, FieldLike>

export interface DeskForms {
  formKey: string
  report: { props: object; form: FormLike; fields: Fields<'summary' | 'firstResponse' | 'presentState' | 'cause' | 'prevention'> }
  call: { props: object; form: FormLike; fields: Fields<'stepNo' | 'calledAt' | 'result'> }
}

/** One incident: safety, what is due, the tree as it was walked, what is known, what to write. */
export function IncidentPage({ view, forms }: { view: IncidentView; forms: DeskForms }) {
  return (
    <>
      <ErrorSummary form={forms.report.form} />
      <ErrorSummary form={forms.call.form} />
      <Crumb items={[{ label: '事故', href: '/desk/incidents' }, { label: view.title }]} />
      <PageHead
        title={view.title}
        no={view.receiptNo}
        chip={<IncidentChip line={view} />}
        links={view.documentHref ? [{ label: '事故報告書（PDF）', href: view.documentHref }] : []}
      />
      {view.canReport ? (
        <EmergencyBanner title="まず、人の安全を確かめてください" actions={<ButtonFill href="#call">連絡先へかけた記録をつける</ButtonFill>}>
          <p>けが・体調の急変は119、危険があるときは110。だれが悪いかは、ここでは聞きません。</p>
        </EmergencyBanner>
      ) : null}
      <Brief
        due={view.canReport ? { text: 'きょう中に、連絡網の順に伝える', note: '最後の報告で、原因とこれからのことを書きます' } : null}
        promised={{ text: 'サポーターに、担当から連絡する', note: '報告した画面に書いてある約束' }}
        next={view.canClose ? { text: '記録を閉じる' } : view.canReport ? { text: '続報か、最後の報告を書く' } : null}
      />
      <Cols shape="right">
        <div>
          <DeskSection first title="連絡網" small={view.treeName}>
            <Tree steps={view.walked} />
          </DeskSection>
          {view.reports.map((report) => (
            <DeskSection key={report.at + report.stage} title={report.stage} small={report.at}>
              <Dl items={report.facts} />
            </DeskSection>
          ))}
          {view.canReport ? <LaterReport view={view} forms={forms} /> : null}
        </div>
        <aside>
          <Panel title="起きたこと"><Dl tight items={view.facts} /></Panel>
          {view.hold ? <Panel title="いま止めているもの"><p>{view.hold}</p></Panel> : null}
          {view.documentHref ? <Panel title="書面"><TextLink href={view.documentHref}>事故報告書（PDF）</TextLink></Panel> : null}
          {view.open ? <CallForm view={view} forms={forms} /> : null}
          {view.canClose ? <CloseForm view={view} formKey={forms.formKey} /> : null}
        </aside>
      </Cols>
    </>
  )
}

function LaterReport({ view, forms }: { view: IncidentView; forms: DeskForms }) {
  const { fields, props } = forms.report
  return (
    <DeskSection title="続きを書く" small="書いたものは消えません。あとから分かったことは、新しく書き足します。">
      <form method="post" {...props}>
        <HiddenFields formKey={forms.formKey} version={view.version} />
        <TextArea field={fields.summary} label="分かったこと" required rows={3} />
        <TextArea field={fields.firstResponse} label="したこと" required rows={3} />
        <TextArea field={fields.presentState} label="いまの様子" required rows={2} />
        <TextArea field={fields.cause} label="原因" required={false} rows={2} support="最後の報告では必要です。" />
        <TextArea field={fields.prevention} label="これから気をつけること" required={false} rows={2} support="最後の報告では必要です。" />
        <SubmitButton intent="followUp" look="line">続報として記録する</SubmitButton>
        <SubmitButton intent="final" look="fill">最後の報告として記録する</SubmitButton>
      </form>
    </DeskSection>
  )
}

function CallForm({ view, forms }: { view: IncidentView; forms: DeskForms }) {
  const { fields, props } = forms.call
  return (
    <Panel title="連絡先へかけた記録">
      <form method="post" id="call" {...props}>
        <HiddenFields formKey={forms.formKey} intent="call" />
        <SelectField field={fields.stepNo} label="連絡先" required options={view.steps} />
        <TimeField field={fields.calledAt} label="かけた時刻（きょう）" required />
        <TextField field={fields.result} label="結果" required />
        <SubmitButton look="line">記録する</SubmitButton>
      </form>
    </Panel>
  )
}

function CloseForm({ view, formKey }: { view: IncidentView; formKey: string }) {
  return (
    <Panel title="記録を閉じる">
      <form method="post">
        <HiddenFields formKey={formKey} version={view.version} intent="close" />
        <SubmitButton look="line">閉じる</SubmitButton>
      </form>
    </Panel>
  )
}
