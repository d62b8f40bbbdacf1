import { Cols, Crumb, DeskSection, Dl, Help, PageHead, Panel, PanelSoft } from '#app/ui/desk.ts'
import { DayField, HiddenFields, RadioGroup, SelectField, SubmitButton, TextArea, TextField } from '#app/ui/form.ts'
import type { FieldLike } from '#app/ui/form.ts'
import { hearingStateWords, topicWords } from '../messages/words.ts'
import type { HearingDeskView } from '../views.ts'

const topics = ['athome', 'family', 'outside', 'people', 'sleep', 'worry'] as const

export type HearingField = 'heldOn' | 'ownWords' | 'support' | 'state' | 'listeners' | (typeof topics)[number]

const supportOptions = [
  { value: '1', label: 'いらない' },
  { value: '2', label: 'どちらかといえばいらない' },
  { value: '3', label: 'どちらともいえない' },
  { value: '4', label: 'どちらかといえばほしい' },
  { value: '5', label: 'まだほしい' },
  { value: 'later', label: '今回は聞いていない' },
]
const stateOptions = Object.entries(hearingStateWords).map(([value, label]) => ({ value, label }))

/** ヒアリングシート: the person's own words first; what was said the first time stands beside. */
export function HearingForm({ view, formId, formKey, fields }: {
  view: HearingDeskView
  formId: string
  formKey: string
  fields: Record<HearingField, FieldLike>
}) {
  return (
    <>
      <Crumb items={[{ label: 'ケース', href: '/desk/cases' }, { label: `${view.alias}の世帯`, href: view.caseHref }, { label: 'ヒアリングシート' }]} />
      <PageHead title={`ヒアリングシート　${view.sheetNo}回目`} beside={view.alias} no={view.no} sub={`${view.dueOn}　センター様式 第1版`} />
      <Cols>
        <form method="post" id={formId} noValidate>
          <HiddenFields formKey={formKey} />
          <DayField field={fields.heldOn} label="聞き取りの日" required />
          <TextArea field={fields.ownWords} label="ご本人の言葉" required rows={4} support="いちばん先に読みます。直さずに、そのまま書いてください。" />
          <DeskSection title="ことがら" small="聞けたところだけでかまいません。就労・登校は、ご本人が話したときだけ書きます">
            {topics.map((topic) => <TextField key={topic} field={fields[topic]} label={topicWords[topic]} required={false} />)}
          </DeskSection>
          <RadioGroup field={fields.support} label="サポートは（ご本人が印をつける）" required options={supportOptions} layout="inline" />
          <TextField field={fields.listeners} label="聞き取った人" required support="はじめの聞き取りは2人で行います。1人のときは、その理由も書いてください。" />
          <DeskSection title="統計に使う項目" small="ご本人の紙には印刷しません">
            <SelectField field={fields.state} label="状態" required options={stateOptions} width="m" />
          </DeskSection>
          <div className="btns mt-6"><SubmitButton>シートを記録する</SubmitButton></div>
        </form>
        <Before view={view} />
      </Cols>
    </>
  )
}

function Before({ view }: { view: HearingDeskView }) {
  if (!view.first) {
    return (
      <PanelSoft title="はじめの聞き取り">
        <p>これがはじめのシートです。次は3か月後です。早めてもかまいません。</p>
      </PanelSoft>
    )
  }
  return (
    <div>
      <Panel title={`はじめ　${view.first.date}`}>
        <p>「{view.first.ownWords}」</p>
        {view.first.topics.length > 0 ? <Dl tight items={view.first.topics.map(({ name, text }) => ({ name, value: text }))} /> : null}
      </Panel>
      {view.last ? <Panel title={`前回　${view.last.date}`}><p>「{view.last.ownWords}」</p></Panel> : null}
      <Help>点数ではありません。変わることがよい、という意味もありません。</Help>
    </div>
  )
}
