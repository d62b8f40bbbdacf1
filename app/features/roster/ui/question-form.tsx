import { Acts } from '#app/ui/button/buttons.tsx'
import { CheckboxGroup, HiddenFields, RadioGroup, SubmitButton, TextField } from '#app/ui/form.ts'
import type { FieldLike } from '#app/ui/form/field.ts'
import { Note, Section } from '#app/ui/phone.ts'
import type { AvailabilityChoices } from '../views.ts'

/** The question on the phone: three equal answers first, then where, when and what for who goes on. */
export function QuestionForm({ id, fields, choices, formKey }: {
  id: string
  fields: Record<string, FieldLike | undefined>
  choices: AvailabilityChoices
  formKey: string
}) {
  return (
    <form method="post" id={id} noValidate>
      <HiddenFields formKey={formKey} />
      <RadioGroup field={fields.answer!} label="お返事" required options={[
        { value: 'willing', label: '今年度も活動できます' },
        { value: 'resting', label: '今年度はお休みします' },
        { value: 'declined', label: '今年度は見送ります' },
      ]} />
      <Section title="活動できるときだけ、教えてください">
        <Note>お休みや見送りのときは、下は書かずに送ってください。</Note>
        <CheckboxGroup field={fields.areas!} label="地域" required={null} support="行ける地域を、一つ以上選んでください。" options={choices.areas} />
        <CheckboxGroup field={fields.steps!} label="できること" required={null} support="一つ以上選んでください。あとから変えられます。" options={choices.steps} />
        <CheckboxGroup field={fields.weekdays!} label="曜日" required={false} support="選ばないときは、そのつど相談します。" options={choices.weekdays} layout="inline" />
        <CheckboxGroup field={fields.parts!} label="時間" required={false} support="曜日を選んだときに、選んでください。" options={choices.parts} layout="inline" />
        <TextField field={fields.monthlyCap!} label="ひと月の回数" required={false} inputMode="numeric" width="xs" unit="回まで" support="これより多くは、お願いしません。" />
      </Section>
      <Acts><SubmitButton look="line">お返事を送る</SubmitButton></Acts>
    </form>
  )
}
