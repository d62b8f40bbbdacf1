import { Cols, Crumb, DeskSection, PageHead, RulesBox } from '#app/ui/desk.ts'
import {
  CheckboxGroup, GroupBlock, HiddenFields, Pick, Picks, QuickForm, QuickRow, RadioGroup, SelectField, SubmitButton, TextArea,
  TextField,
} from '#app/ui/form.ts'
import type { FieldLike } from '#app/ui/form.ts'
import { week } from '../forms/request.ts'
import { ladderWords, partWords, peerWords, weekdayWords } from '../messages/request.ts'
import type { NameText } from '../views/parts.ts'

export type RequestField =
  | 'wish' | 'members' | 'purpose' | 'meeting' | 'supporter' | 'peer' | 'ladder' | 'area' | 'slots' | 'avoidPeople' | 'avoidPlaces'

const wishOptions = [
  { value: 'person', label: '本人', note: 'ご本人から聞きました' },
  { value: 'family', label: '家族', note: 'ご本人の希望は、まだ確かめていません' },
  { value: 'unknown', label: '不明' },
]
const peerOptions = Object.entries(peerWords).map(([value, label]) => ({ value, label }))
const ladderOptions = Object.entries(ladderWords).map(([value, label]) => ({ value, label }))

/** 派遣の希望を受け付ける. */
export function RequestForm({ view, formId, formKey, fields }: {
  view: { caseHref: string; alias: string; no: string; rules: NameText[]; members: { id: string; label: string }[] }
  formId: string
  formKey: string
  fields: Record<RequestField, FieldLike>
}) {
  const members = view.members.map(({ id, label }) => ({ value: id, label }))
  return (
    <>
      <Crumb items={[{ label: 'ケース', href: '/desk/cases' }, { label: `${view.alias}の世帯`, href: view.caseHref }, { label: '派遣の希望' }]} />
      <PageHead title="派遣の希望を受け付ける" beside={`${view.alias}の世帯`} no={view.no} sub="聞けたところまででかまいません。サポーターを探すのは、調整を始める同意のあとです。" />
      <Cols>
        <form method="post" id={formId} noValidate>
          <HiddenFields formKey={formKey} />
          <RadioGroup field={fields.wish} label="だれの希望か" required options={wishOptions} layout="inline" />
          <CheckboxGroup field={fields.members} label="会う方" required support="この方に説明し、同意を聞きます。派遣の担当に渡すのは、呼び名と連絡先と連絡のきまりだけです。" options={members} layout="inline" />
          <TextField field={fields.purpose} label="目的" required support="例：親以外の人と、つながりを一つ持つこと" />
          <DeskSection title="会い方">
            <SelectField field={fields.ladder} label="いまよい会い方（ここまで）" required options={ladderOptions} width="m" support="ご本人の希望が確かめられるまでは、「家族だけ」までです。あとから広げられます。" />
            <TextField field={fields.meeting} label="希望する会い方" required={false} />
            <TextField field={fields.supporter} label="サポーターの希望" required={false} support="理由は聞きません。" />
            <RadioGroup field={fields.peer} label="似た経験のある人" required options={peerOptions} layout="inline" />
          </DeskSection>
          <DeskSection title="あたりと時間">
            <TextField field={fields.area} label="あたり" required={false} width="m" support="区や地区の名前まで。番地は書かないでください。" />
            <GroupBlock field={fields.slots} label="都合のよい日" required={false} support="選ばないときは「いつでもよい」です。">
              <WeekPicks field={fields.slots} />
            </GroupBlock>
          </DeskSection>
          <DeskSection title="避けたい人・場所" small="文字のままでは残しません。候補を出すときに照らし合わせるだけです">
            <TextArea field={fields.avoidPeople} label="避けたい人" required={false} rows={2} support="1行に1人" />
            <TextArea field={fields.avoidPlaces} label="避けたい場所" required={false} rows={2} support="1行に1つ。学校や職場など" />
          </DeskSection>
          <div className="btns mt-6"><SubmitButton>希望を受け付ける</SubmitButton></div>
        </form>
        <RulesBox rules={view.rules} />
      </Cols>
    </>
  )
}

/** The week, a line a day: morning, afternoon, evening. */
function WeekPicks({ field }: { field: FieldLike }) {
  const given = field.initialValue
  const chosen = Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : []
  return (
    <QuickForm>
      {week.map(({ weekday, parts }) => (
        <QuickRow key={weekday} label={`${weekdayWords[weekday]}曜日`}>
          <Picks layout="inline">
            {parts.map(({ part, value }, i) => (
              <Pick
                key={value} type="checkbox" field={field} option={{ value, label: partWords[part] }}
                checked={chosen.includes(value)} first={weekday === 1 && i === 0} hasSupport
              />
            ))}
          </Picks>
        </QuickRow>
      ))}
    </QuickForm>
  )
}
