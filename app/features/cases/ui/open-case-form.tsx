import type { FieldMetadata } from '@conform-to/react'
import { Crumb, DeskSection, Help, PageHead, PanelSoft } from '#app/ui/desk.ts'
import { CheckboxField, CheckboxGroup, HiddenFields, SelectField, SubmitButton, TextField, TwoFields } from '#app/ui/form.ts'
import type { FieldLike } from '#app/ui/form.ts'
import { tickedRules } from '../forms/case.ts'
import { relationWords, ruleWords } from '../messages/words.ts'

/** One member of the household as it is typed. */
export interface MemberTyped {
  relation: string
  callName: string
  name: string
  phone: string
  address: string
}

export interface OpenCaseTyped {
  alias: string
  people: MemberTyped[]
  rules: string[]
  callTime: string
  otherRule: string
  restricted: string
}

/** The rows the form starts with; a row without a name to use is left out. */
export const firstRows: MemberTyped[] = ['self', 'mother', 'father', 'sibling'].map((relation) => ({
  relation, callName: '', name: '', phone: '', address: '',
}))

const relationOptions = Object.entries(relationWords).map(([value, label]) => ({ value, label }))
const ruleOptions = tickedRules.map((code) => ({ value: code, label: ruleWords[code].ask }))

type Fields = Record<keyof OpenCaseTyped, FieldLike> & { people: FieldMetadata<MemberTyped[]> }

/** ケースを開く: the household, and how it must be reached. */
export function OpenCaseFields({ formId, formKey, fields }: { formId: string; formKey: string; fields: Fields }) {
  return (
    <>
      <Crumb items={[{ label: 'ケース', href: '/desk/cases' }, { label: 'ケースを開く' }]} />
      <PageHead title="ケースを開く" sub="開いた人が、担当になります。お名前を聞いていなくても開けます。" />
      <form method="post" id={formId} noValidate>
        <HiddenFields formKey={formKey} />
        <TextField field={fields.alias} label="世帯の呼び名" required width="l" support="本名でなくてかまいません。例：あおぞらさん" />
        <DeskSection title="世帯" small="※1人は必須。呼び名を書いた方だけを記録します">
          {fields.people.getFieldList().map((row) => <MemberRow key={row.key} row={row} />)}
        </DeskSection>
        <DeskSection title="連絡のきまり" small="電話・郵便・訪問の前に、いつも見える場所に出ます">
          <CheckboxGroup field={fields.rules} label="してはいけないこと、気をつけること" required={false} options={ruleOptions} layout="inline" />
          <TextField field={fields.callTime} label="連絡してよい相手と時間" required={false} support="例：母の携帯だけ。平日の15時から16時" />
          <TextField field={fields.otherRule} label="ほかのきまり" required={false} support="例：父には相談のことを話さない" />
        </DeskSection>
        <DeskSection title="見える範囲">
          <CheckboxField
            field={fields.restricted}
            label="ほかのコーディネーターに、番号と呼び名も見せない"
            note="家族や知り合いが職場にいるときなど。担当だけに見えます。"
          />
        </DeskSection>
        <div className="btns mt-6"><SubmitButton>ケースを開く</SubmitButton></div>
      </form>
      <div className="sec"><PanelSoft><Help>本名・電話・住所は、暗号にして別に保管します。見た記録が残ります。</Help></PanelSoft></div>
    </>
  )
}

function MemberRow({ row }: { row: FieldMetadata<MemberTyped> }) {
  const { relation, callName, name, phone, address } = row.getFieldset()
  return (
    <div className="panel mt-4">
      <TwoFields>
        <SelectField field={relation} label="続柄" required={null} options={relationOptions} blank={null} />
        <TextField field={callName} label="呼び名" required={null} />
      </TwoFields>
      <div className="mt-4"><TwoFields>
        <TextField field={name} label="本名" required={false} autoComplete="off" />
        <TextField field={phone} label="電話" required={false} inputMode="tel" autoComplete="off" />
      </TwoFields></div>
      <div className="mt-4"><TextField field={address} label="住所" required={false} autoComplete="off" /></div>
    </div>
  )
}
