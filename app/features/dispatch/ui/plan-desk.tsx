import {
  Brief, ButtonNeutral, Changed, Chip, Clause, Cols, Crumb, DeskSection, Help, List, Look, PageHead, TextLink,
} from '#app/ui/desk.ts'
import {
  DayField, HiddenFields, RadioGroup, type ReturnedFields, SelectField, SubmitButton, TextArea, TextField, TwoFields,
} from '#app/ui/form.ts'
import type { PlanDeskView } from '../views/plan.ts'
import { AgreementTable } from './agreement-table.tsx'

interface Props {
  view: PlanDeskView
  formKey: string
  fields: ReturnedFields
}

/** The plan at the desk: its text at the left, the answers at the right (drawn 06). */
export function PlanDesk(props: Props) {
  const { view } = props
  return (
    <>
      <PlanHead view={view} />
      <Cols shape="right-430">
        <div>{view.canWrite ? <PlanForm {...props} /> : <PlanText view={view} />}</div>
        <div><PlanSide {...props} /></div>
      </Cols>
    </>
  )
}

/** Crumb, title, state and brief of a plan page. */
export function PlanHead({ view }: { view: PlanDeskView }) {
  return (
    <>
      <Crumb items={[view.list, { label: view.no, href: view.dispatchHref }, { label: '活動計画' }]} />
      <PageHead title={view.title} no={view.no} chip={<Chip kind={view.chip.kind}>{view.chip.text}</Chip>}
        links={view.documents.map((one) => ({ label: one.label, href: one.href }))} />
      <Brief due={view.due} promised={null} next={view.next} />
    </>
  )
}

function PlanForm({ view, formKey, fields }: Props) {
  const field = (name: keyof PlanDeskView['values']) => fields.field(name, view.values[name])
  return (
    <form method="post">
      <HiddenFields formKey={formKey} version={view.version} intent="save" values={{ newestNo: view.newestNo }} />
      <DeskSection first title="目的・計画・内容">
        <TextArea field={field('purpose')} label="目的" required rows={2} support="ご本人の言葉で。就労や外出の回数を目標にしません。" />
        <TwoFields>
          <DayField field={field('from')} label="期間の始まり" required />
          <DayField field={field('to')} label="期間の終わり" required />
        </TwoFields>
        <TextField field={field('frequency')} label="回数と時間" required support="例：月2回まで、木曜日の14時から30分くらい" />
        <TextField field={field('place')} label="場所" required />
        <SelectField field={field('ladder')} label="会い方" required options={view.ladderOptions} support="ご本人がいま希望しているところまで選べます。" />
        {view.changes && view.changes.items.length > 0
          ? <div className="mt-4 mb-6"><Changed since={view.changes.since} changes={view.changes.items} /></div>
          : null}
        <TwoFields>
          <TextArea field={field('dos')} label="すること" required rows={4} support="1行に1つ" />
          <TextArea field={field('donts')} label="しないこと" required rows={4} support="1行に1つ" />
        </TwoFields>
        <TextArea field={field('emergency')} label="緊急のとき" required rows={3} support="1行に1つ。上から順に連絡します。例：あおばデスク　000-0000-0020　平日 9時〜17時" />
        <TextArea field={field('shares')} label="見せる範囲" required rows={4} support="1行に1つ。例：来る日と時刻：ご家族、サポーター" />
      </DeskSection>
      <Look title={view.consequence ?? 'まだだれにも送りません'} below action={
        <><SubmitButton>{view.saveLabel}</SubmitButton><ButtonNeutral href={view.dispatchHref}>直すのをやめる</ButtonNeutral></>
      }>
        <p>目的・計画・内容のどれかが変わると、前の版への同意は使えません。<Clause>要領 第3-3(2)ア</Clause></p>
      </Look>
    </form>
  )
}

function PlanText({ view }: { view: PlanDeskView }) {
  return <DeskSection first title="目的・計画・内容"><PlanSheetDesk view={view} /></DeskSection>
}

/** The plan to be read, as everybody will read it. */
export function PlanSheetDesk({ view }: { view: PlanDeskView }) {
  const { sheet } = view
  return (
    <dl className="dl">
      <dt>目的</dt><dd>{sheet.purpose || '（まだ書かれていません）'}</dd>
      <dt>いつ</dt><dd>{sheet.when.map((line) => <p key={line}>{line}</p>)}</dd>
      <dt>場所</dt><dd>{sheet.place || '（まだ書かれていません）'}</dd>
      <dt>会い方</dt><dd>{sheet.way}</dd>
      <dt>すること</dt><dd>{sheet.dos.length > 0 ? sheet.dos.map((line) => <p key={line}>{line}</p>) : '（まだ書かれていません）'}</dd>
      <dt>しないこと</dt><dd>{sheet.donts.map((line) => <p key={line}>{line}</p>)}</dd>
      <dt>緊急のとき</dt><dd>{sheet.emergency.map((line) => <p key={line}>{line}</p>)}</dd>
      <dt>見せる範囲</dt><dd>{sheet.shares.map((share) => <p key={share.item}>{share.item}：{share.withWhom}</p>)}</dd>
    </dl>
  )
}

function PlanSide({ view, formKey, fields }: Props) {
  return (
    <>
      <DeskSection first title="同意のようす" small="版ごと・人ごと">
        <AgreementTable table={view.agreements} />
        <Help>電話で読み上げた同意は、読み上げた職員と日時を残します。断る返事に理由はいりません。</Help>
      </DeskSection>
      {view.wishes.length > 0 ? (
        <DeskSection title="変えてほしいところ"><List items={view.wishes.map((wish) => ({ text: wish.text, note: wish.name }))} /></DeskSection>
      ) : null}
      {view.open.length > 0 ? (
        <DeskSection title="紙・電話・対面のお返事を記録する">
          {view.open.map((one) => (
            <form method="post" key={one.agreementId} className="mt-6">
              <HiddenFields formKey={formKey} version={one.version} intent="record" values={{ agreementId: one.agreementId }} />
              <RadioGroup field={{ ...fields.field('answer'), id: `answer-${one.agreementId}` }} label={`${one.name}のお返事`} required layout="inline"
                options={[{ value: 'agree', label: 'この約束でよい' }, { value: 'change', label: '変えてほしい' }]} />
              <SelectField field={{ ...fields.field('method'), id: `method-${one.agreementId}` }} label="受けとった方法" required
                options={[{ value: 'paper', label: '紙' }, { value: 'phone', label: '電話で読み上げて' }, { value: 'inPerson', label: '対面' }]} />
              <div className="btns mt-4"><SubmitButton look="line">{one.name}の返事を記録する</SubmitButton></div>
            </form>
          ))}
        </DeskSection>
      ) : null}
      <DeskSection title="版の履歴"><List items={view.history} /></DeskSection>
    </>
  )
}

/** The version as it will be read, before anybody is asked: nothing has been sent yet. */
export function PlanPreview({ view, formKey }: Omit<Props, 'fields'>) {
  const { offer } = view
  return (
    <>
      <PlanHead view={view} />
      <DeskSection title="みなさんが読む文面" small="まだ送りません">
        <PlanSheetDesk view={view} />
        {view.changes && view.changes.items.length > 0 ? <Changed since={view.changes.since} changes={view.changes.items} /> : null}
      </DeskSection>
      {offer ? (
        <form method="post">
          <HiddenFields formKey={formKey} version={offer.version} intent="offer" values={{ planVersionId: offer.planVersionId }} />
          <Look title={`第${offer.no}版を、${view.asked.length}人にお示しします`} below action={
            <><SubmitButton>この文面でみなさんに聞く</SubmitButton><ButtonNeutral href="?">文面を直す</ButtonNeutral></>
          }>
            <p>{view.asked.join('、')}。サポーターにはメールでお知らせします。ご本人・ご家族は、カードのページで読めます。お示しした版は書きかえられません。</p>
          </Look>
        </form>
      ) : <p>{view.notYet ?? 'この版は、もうお示ししています。'}　<TextLink href="?">計画のページへ</TextLink></p>}
    </>
  )
}
