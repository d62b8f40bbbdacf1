import { ButtonRow } from '#app/ui/button/buttons.tsx'
import { Applied, Chip, DeskSection, Look, Stages, Table, TableFoot } from '#app/ui/desk.ts'
import { CheckboxGroup, DayField, HiddenFields, RadioGroup, SubmitButton, TextField, TwoFields } from '#app/ui/form.ts'
import type { FieldLike } from '#app/ui/form/field.ts'
import { textOf } from '#app/ui/form/field.ts'
import { Chevron } from '#app/ui/mark/chevron.tsx'
import type { AvailabilityChoices } from '../views.ts'

type Fields = Record<string, FieldLike | undefined>

interface TableView {
  stages: { label: string; href: string; count: number; current: boolean }[]
  willing: number
  total: number
  rows: {
    key: string
    name: string
    kana: string
    workingName: string
    provisionNo: string
    state: string
    selectable: boolean
    age: { when: string; how: string }
    detail: { where: string; what: string }
  }[]
}

/** A question to everybody who was not asked yet, with the last day for an answer. */
export function AskPanel({ field, id, formKey, count }: { field: FieldLike; id: string; formKey: string; count: number }) {
  return (
    <form method="post" id={id} noValidate className="mt-6">
      <HiddenFields formKey={formKey} intent="ask" />
      <Look title={`まだ聞いていない ${count}人に、おたずねします`} action={<SubmitButton>メールでおたずねする</SubmitButton>}>
        <p>お一人ずつに、一回だけ使えるリンクを送ります。5日前に、もう一度だけお知らせします。</p>
        <DayField field={field} label="お返事の期限" required support="7日後から60日後まで" />
      </Look>
    </form>
  )
}

/** Everybody on the rosters: state, age, and what was said. */
export function AnswerTable({ view }: { view: TableView }) {
  return (
    <DeskSection title="お返事のようす" small={`${view.total}人のうち、候補に選べるのは ${view.willing}人`}>
      <Stages items={view.stages} label="お返事でしぼる" />
      <Applied>フリガナの順</Applied>
      <Table
        rows={view.rows}
        rowKey={(row) => row.key}
        narrow="one"
        empty="この状態の方は、いまいません。"
        columns={[
          { label: '氏名', head: true, plain: true, nowrap: true, cell: (row) => row.name, small: (row) => row.kana },
          { label: '活動名', nowrap: true, cell: (row) => row.workingName },
          { label: '名簿', nowrap: true, cell: (row) => row.provisionNo },
          { label: 'お返事', nowrap: true, cell: (row) => <Chip kind={row.selectable ? 'now' : 'plain'}>{row.state}</Chip> },
          { label: 'いつ', nowrap: true, cell: (row) => row.age.when, small: (row) => row.age.how },
          { label: '地域・日・回数と、できること', cell: (row) => row.detail.where, small: (row) => row.detail.what },
        ]}
      />
      <TableFoot>「聞いてから○日」は、おたずねした日から数えた日数です。</TableFoot>
    </DeskSection>
  )
}

/** An answer told by phone or on paper; also a change of mind. */
export function RecordPanel({ view, id, fields, formKey }: {
  view: { toRecord: { value: string; label: string; version: number }[]; choices: AvailabilityChoices }
  id: string
  fields: Fields
  formKey: string
}) {
  const chosen = textOf(fields.reconfirmationId!.initialValue)
  return (
    <DeskSection title="電話や紙で聞いたお返事をつける" id="record">
      {view.toRecord.map((person) => (
        <details key={person.value} className="more" open={person.value === chosen}>
          <summary>{person.label}<Chevron to="down" /></summary>
          <form method="post" id={person.value === chosen ? id : undefined} noValidate>
            <HiddenFields formKey={formKey} version={person.version} intent="record" values={{ reconfirmationId: person.value }} />
            <AnswerFields fields={person.value === chosen ? fields : blank(fields, person.value)} choices={view.choices} />
            <RadioGroup field={person.value === chosen ? fields.channel! : blank(fields, person.value).channel!} label="どうやって聞いたか" required layout="inline"
              options={[{ value: 'phone', label: '電話' }, { value: 'paper', label: '紙' }]} />
            <div className="mt-6 mb-6"><ButtonRow><SubmitButton look="line">お返事を記録する</SubmitButton></ButtonRow></div>
          </form>
        </details>
      ))}
    </DeskSection>
  )
}

/** The same fields with nothing typed, for the forms of the other people; ids stay unique on the page. */
function blank(fields: Fields, prefix: string): Fields {
  return Object.fromEntries(
    ['answer', 'areas', 'weekdays', 'parts', 'steps', 'monthlyCap', 'channel'].map((name) => {
      const id = `${prefix}-${name}`
      return [name, { id, name: fields[name]!.name, errorId: `${id}-error`, descriptionId: `${id}-description` }]
    }),
  )
}

/** Three equal answers; where, when and what are asked of who goes on. */
export function AnswerFields({ fields, choices }: { fields: Fields; choices: AvailabilityChoices }) {
  return (
    <>
      <RadioGroup field={fields.answer!} label="お返事" required options={[
        { value: 'willing', label: '今年度も活動できる' },
        { value: 'resting', label: '今年度はお休みする' },
        { value: 'declined', label: '見送る' },
      ]} />
      <CheckboxGroup field={fields.areas!} label="活動できる地域" required={null} support="「活動できる」のとき、一つ以上。" options={choices.areas} layout="grid" />
      <TwoFields>
        <CheckboxGroup field={fields.weekdays!} label="曜日" required={null} support="選ばないときは「いつでも相談できる」。" options={choices.weekdays} layout="inline" />
        <CheckboxGroup field={fields.parts!} label="時間" required={null} support="曜日を選んだときに。" options={choices.parts} layout="inline" />
      </TwoFields>
      <CheckboxGroup field={fields.steps!} label="できること" required={null} support="「活動できる」のとき、一つ以上。" options={choices.steps} layout="grid" />
      <TextField field={fields.monthlyCap!} label="ひと月の回数" required={false} inputMode="numeric" width="xs" unit="回まで" />
    </>
  )
}
