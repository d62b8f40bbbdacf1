import { ButtonRow } from '#app/ui/button/buttons.tsx'
import { Cols, DeskSection, Dl, Help, List, Panel } from '#app/ui/desk.ts'
import { CheckboxField, HiddenFields, SubmitButton } from '#app/ui/form.ts'
import type { FieldLike } from '#app/ui/form/field.ts'
import { Numbers } from '#app/ui/words/words.tsx'

export { PeopleTable } from './word-table.tsx'

/** The handling terms, before any name (S3 第3-2(2)イ). */
export function AcceptTerms({ terms, letter, version, field, formKey }: {
  terms: string[]
  letter: { name: string; value: string }[]
  version: number
  field: FieldLike
  formKey: string
}) {
  return (
    <Cols shape="right-430">
      <DeskSection title="取り扱いの決まり" small={`${terms.length}項目`}>
        <Numbers items={terms} />
        <form method="post" className="mt-6" noValidate>
          <HiddenFields formKey={formKey} version={version} intent="accept" />
          <CheckboxField field={field} label="決まりを読みました。このとおりに取り扱います" />
          <div className="mt-4 mb-2"><ButtonRow><SubmitButton>受け入れて、名簿を見る</SubmitButton></ButtonRow></div>
          <Help>受け入れるまで、お名前は1件も見えません。だれがいつ受け入れたかを記録します。</Help>
        </form>
      </DeskSection>
      <Panel title="名簿提供書の内容"><Dl items={letter} tight /></Panel>
    </Cols>
  )
}

/** People who withdrew: their data is gone from the screen, the copies are still to be seen to. */
export function Recalls({ recalls, formKey }: {
  recalls: { key: string; label: string; requestedOn: string; acknowledged: string | null }[]
  formKey: string
}) {
  if (recalls.length === 0) return null
  return (
    <DeskSection title="取りやめた方" small="画面からは、もう消えています。印刷した紙は、登録番号で探してください">
      <List
        items={recalls.map((recall) => ({
          text: recall.acknowledged ? <>{recall.label}　{recall.acknowledged}</> : <Acknowledge recall={recall} formKey={formKey} />,
          note: recall.requestedOn,
        }))}
      />
    </DeskSection>
  )
}

function Acknowledge({ recall, formKey }: { recall: { key: string; label: string }; formKey: string }) {
  return (
    <form method="post">
      <HiddenFields formKey={formKey} intent="acknowledge" values={{ entryId: recall.key }} />
      <b>{recall.label}</b>
      <ButtonRow>
        <button type="submit" className="btn btn-line btn-s" name="copies" value="destroyed">紙やファイルの控えを消しました</button>
        <button type="submit" className="btn btn-line btn-s" name="copies" value="none">控えは、ありませんでした</button>
      </ButtonRow>
    </form>
  )
}
