import {
  Brief, ButtonFill, Chip, Cols, Crumb, DeskSection, Help, List, PageHead, Panel, PanelSoft, PrintButton, Refusal, TextLink,
} from '#app/ui/desk.ts'
import { DayField, HiddenFields, SubmitButton, TextField } from '#app/ui/form.ts'
import type { ReturnedFields } from '#app/ui/form.ts'
import type { CandidatesView, ProposalPreview } from '../views/candidates.ts'
import { CandidateTable, NarrowingFigure } from './candidate-table.tsx'

interface Props {
  view: CandidatesView
  formKey: string
  fields: ReturnedFields
}

/** Comparing candidates: reasons in words, no points; before the consent only why not. */
export function CandidatesPage({ view, formKey, fields }: Props) {
  return (
    <>
      <Crumb items={[{ label: '希望', href: view.requestsHref }, { label: view.name, href: view.requestHref }, { label: '候補を比べる' }]} />
      <PageHead title="候補を比べる" beside={view.name} no={view.no} chip={<Chip kind={view.refusal ? 'stop' : 'now'}>{view.refusal ? '同意待ち' : '候補を探す'}</Chip>} extra={<PrintButton>ケース会議用に印刷（A4 横）</PrintButton>} />
      <Brief due={view.due} promised={view.promised} next={view.next} />
      {view.refusal ? <NotYet view={view} refusal={view.refusal} /> : null}
      {view.closed ? <p>この希望の受付は、終わっています。</p> : null}
      {!view.refusal && !view.closed && view.mustSearch ? <Search view={view} formKey={formKey} /> : null}
      {!view.mustSearch ? <Found view={view} formKey={formKey} fields={fields} /> : null}
    </>
  )
}

function NotYet({ view, refusal }: { view: CandidatesView; refusal: NonNullable<CandidatesView['refusal']> }) {
  return (
    <Refusal
      title="まだサポーターを探せません"
      clause={{ label: '要領 第3-3(3)イ' }}
      can={refusal.can}
      actions={<ButtonFill href={`${view.requestHref}#consent`}>同意の記録をつける</ButtonFill>}
    >
      <p>{refusal.why}<b>{refusal.missing}</b>を、まだいただいていません。同意の日が、調整を始める日より前に要ります。</p>
      <p>この決まりを飛ばす方法はありません。急ぐときは、センターの担当に相談してください。</p>
    </Refusal>
  )
}

function Search({ view, formKey }: { view: CandidatesView; formKey: string }) {
  return (
    <Panel title="この希望で候補を出します">
      <List
        items={[
          { text: `あたり：${view.wish.area}` },
          { text: `日と時間：${view.wish.slots}` },
          { text: `会い方：${view.wish.step}まで` },
          { text: `経験：${view.wish.peer}` },
        ]}
      />
      <form method="post" className="mt-4">
        <HiddenFields formKey={formKey} intent="search" version={view.version} />
        <SubmitButton>候補を出す</SubmitButton>
      </form>
      <Help>だれが、いつ、どの条件で出したかの記録が残ります。結果は5分のあいだ見られます。</Help>
    </Panel>
  )
}

function Found({ view, formKey, fields }: Props) {
  return (
    <>
      {view.preview ? <Preview preview={view.preview} formKey={formKey} fields={fields} /> : null}
      <DeskSection title={`候補 ${view.candidates.length}人`} small="点数はつけません。並びは、希望に合うことがらの多い順。同じなら受け持ちの少ない順。">
        {view.candidates.length > 0 ? (
          <form method="get">
            {view.wide ? <input type="hidden" name="wide" value="1" /> : null}
            <CandidateTable view={view} />
            <div className="btns mt-4">
              <SubmitButton look={view.preview ? 'line' : 'fill'}>打診の文面を確かめる</SubmitButton>
              <span className="note">まだ送りません。次に文面と送る相手を確かめます。お名前・住所は入りません。</span>
            </div>
          </form>
        ) : <p>この希望に合う候補は、いまはいません。</p>}
      </DeskSection>
      <div className="sec">
        <PanelSoft title="「近い：要確認」とは">
          <p>避けたい人や場所を照らし合わせ、近いかもしれないことだけを知らせます。何がどう近いかは、だれの画面にも出ません。確かめるときは、センターの担当が、双方に別々に「この地区での活動は差し支えありませんか」とだけ聞きます。</p>
        </PanelSoft>
      </div>
      <DeskSection title="名簿から候補になるまで" small={view.narrowingSentence}>
        <Cols>
          <NarrowingFigure view={view} />
          <Panel title="候補を増やすには">
            <List
              items={[
                { text: <TextLink href="/desk/reconfirmations">再確認の済んでいない人に聞く</TextLink>, note: '今年度の意向が「可」の人だけが候補になります。要領 第3-3(2)イ' },
                ...(view.wideHref ? [{ text: <TextLink href={view.wideHref}>条件の合わない人も見る</TextLink>, note: 'あたり・曜日・会い方を、ご本人に聞き直すときに' }] : []),
              ]}
            />
          </Panel>
        </Cols>
      </DeskSection>
    </>
  )
}

function Preview({ preview, formKey, fields }: { preview: ProposalPreview; formKey: string; fields: ReturnedFields }) {
  return (
    <DeskSection title={`${preview.names.join('、')}への打診`} small="この内容を送ります。お名前・住所は入りません。" id="preview">
      <Panel title={preview.title}>
        <List items={preview.facts.map(({ name, value }) => ({ text: `${name}：${value}` }))} />
      </Panel>
      <form method="post" noValidate className="mt-6">
        <HiddenFields formKey={formKey} intent="send" />
        {preview.ids.map((id) => <input key={id} type="hidden" name="ask" value={id} />)}
        <TextField field={fields.field('message')} label="担当から伝えること" required={false} support="相手の方のお名前、住所、家族のことは書かないでください。" />
        <DayField field={fields.field('dueOn', preview.dueOn)} label="返事の目安" required support="お返事がないときは、見送りとして受け取ります。" />
        <div className="btns mt-6"><SubmitButton>{preview.ids.length}人に打診を送る</SubmitButton></div>
      </form>
    </DeskSection>
  )
}
