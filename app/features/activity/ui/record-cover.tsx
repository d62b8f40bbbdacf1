import { Help, Panel } from '#app/ui/desk.ts'
import { DayField, HiddenFields, type ReturnedFields, SelectField, SubmitButton } from '#app/ui/form.ts'

interface Props {
  supporters: { value: string; label: string }[]
  formKey: string
  fields: ReturnedFields
}

/** Beside the booking: the insurance of a supporter, without which no visit can be booked. */
export function RecordCover({ supporters, formKey, fields }: Props) {
  if (supporters.length === 0) return null
  const only = supporters.length === 1 ? supporters[0]?.value : undefined
  return (
    <Panel title="保険の記録をつける">
      <form method="post">
        <HiddenFields formKey={formKey} intent="cover" />
        <SelectField field={fields.field('personId', only)} label="サポーター" required options={supporters} />
        <DayField field={fields.field('startsOn')} label="保険の始まり" required />
        <DayField field={fields.field('endsOn')} label="保険の終わり" required />
        <div className="btns mt-4"><SubmitButton look="line">保険を記録する</SubmitButton></div>
      </form>
      <Help>訪問の日が保険の期間に入っていないと、予定は入れられません。</Help>
    </Panel>
  )
}
