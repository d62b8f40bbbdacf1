import { Acts, Answers, ButtonLine, Framed, Layer, Lead, Note, Quiet, RowLink, State, StateOff, Title } from '#app/ui/phone.ts'
import {
  HiddenFields, MoneyField, PairField, RadioGroup, type ReturnedFields, SubmitButton, TextArea,
} from '#app/ui/form.ts'
import { answerPromise } from '../messages/activity.ts'
import type { ReportFormView } from '../views/activity.ts'
import type { Saving } from './use-autosave.ts'

interface Props {
  view: ReportFormView
  formKey: string
  fields: ReturnedFields
  saving: Saving
  onInput: (form: HTMLFormElement) => void
}

/** Writing the report in two layers; saved by itself (drawn 09, 09b). */
export function ReportWriting({ view, formKey, fields, saving, onInput }: Props) {
  const field = (name: keyof ReportFormView['values']) => fields.field(name, view.values[name])
  const times = { id: 'report-times', descriptionId: 'report-times-d', errorId: 'report-times-e' }
  return (
    <>
      <Title over={view.over}>活動の報告</Title>
      <Kept view={view} saving={saving} />
      <form method="post" onInput={(event) => onInput(event.currentTarget)}>
        <HiddenFields formKey={formKey} />
        <Layer no={1} title="ご本人も読むところ" readers={`${view.name}、${view.reader}の担当`}>
          <RadioGroup field={field('outcome')} label="会えましたか" required options={view.outcomes} />
          <PairField field={times} label="時間" required support="「着きました」と「出ました」の時刻を入れてあります。直せます。"
            parts={[{ field: field('arrived'), label: '着いた時刻', type: 'time' }, { field: field('left'), label: '出た時刻', type: 'time' }]} />
          <TextArea field={field('did')} label="したこと" required support="見たこと、したことを、短く書いてください。ほかの人の名前は書かないでください。" />
        </Layer>
        <Layer no={2} title="担当だけが読むところ" readers={`${view.reader}の担当だけ`}>
          <TextArea field={field('worry')} label="気になったこと、相談したいこと" required={false} />
          <RadioGroup field={field('self')} label="あなたの調子" required={false} options={view.selves} />
          <MoneyField field={field('cost')} label="交通費" required={false} support="往復でかかったお金です。" />
        </Layer>
        {saving.state === 'offline' ? <Offline /> : null}
        <Acts>
          <SubmitButton intent="confirm">確認へ進む</SubmitButton>
          <SubmitButton look="line" intent="save">今日はここまで</SubmitButton>
        </Acts>
        <div className="mt-6"><Note>{answerPromise}</Note></div>
      </form>
    </>
  )
}

function Kept({ view, saving }: { view: ReportFormView; saving: Saving }) {
  if (saving.state === 'offline') return <Offline />
  if (saving.at) return <State>{saving.at}に保存しました。このあとも、自動で保存します。</State>
  return <State>{view.savedAt ?? '書いたものは、自動で保存します。'}</State>
}

function Offline() {
  return (
    <StateOff title="電波がないようです。書きつづけられます。">
      <p>書いたものは、この画面にあります。閉じずにおいてください。つながったら、自動で保存します。</p>
    </StateOff>
  )
}

/** What will be read by whom, before it is sent. */
export function ReportConfirming({ view, formKey }: { view: ReportFormView; formKey: string }) {
  const { confirm } = view
  if (!confirm) return null
  return (
    <>
      <Title over={view.over}>報告の確認</Title>
      <Lead>まだ送っていません。直すところがなければ、報告してください。</Lead>
      <div className="mt-8"><Framed><Answers title={`${view.name}にも見えるところ`} editHref="?" items={confirm.shared} /></Framed></div>
      <div className="mt-8"><Answers title="担当だけが読むところ" editHref="?" items={confirm.personal} /></div>
      <form method="post">
        <HiddenFields formKey={formKey} intent="send" />
        <Acts>
          <SubmitButton>この内容で報告する</SubmitButton>
          <ButtonLine href="?">前にもどる</ButtonLine>
        </Acts>
      </form>
    </>
  )
}

/** Nothing to write any more, and why. */
export function ReportClosed({ view, reason }: { view: ReportFormView; reason: string }) {
  return (
    <>
      <Title over={view.over}>活動の報告</Title>
      <Quiet><p>{reason}</p></Quiet>
      <RowLink href={view.visitHref}>予定のページへ</RowLink>
    </>
  )
}
