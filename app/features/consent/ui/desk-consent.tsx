import { ButtonRow } from '#app/ui/button/buttons.tsx'
import { Brief, Chip, Cols, Crumb, DeskSection, Dl, Help, List, PageHead, Panel, PanelSoft } from '#app/ui/desk.ts'
import { CheckboxField, DayField, ErrorSummary, FileField, HiddenFields, SubmitButton, TextArea, TextField, TwoFields } from '#app/ui/form.ts'
import type { FieldLike } from '#app/ui/form/field.ts'
import type { FormLike } from '#app/ui/form/summary.ts'
import type { DeskConsentView } from '../views.ts'
import { ProxyFields } from './signing-parts.tsx'

/** One form of the page: its id and its fields. */
export interface FormParts {
  id: string
  fields: Record<string, FieldLike | undefined>
}

interface Props {
  view: DeskConsentView
  /** The form that was sent and not accepted. */
  failed: FormLike | undefined
  formKey: string
  confirm: FormParts
  giveBack: FormParts
  receive: FormParts
  register: FormParts
}

/** One consent at the roster desk: what was explained and chosen, the paper, the registration. */
export function DeskConsent({ view, failed, formKey, confirm, giveBack, receive, register }: Props) {
  return (
    <>
      {failed ? <ErrorSummary form={failed} /> : null}
      <Crumb items={[{ label: '同意と登録', href: '/desk/consents' }, { label: view.name }]} />
      <PageHead
        title={view.name}
        beside={view.kana}
        chip={<Chip kind={view.isWaiting ? 'now' : 'plain'}>{view.stage}</Chip>}
        links={view.pdf ? [{ label: '登録同意書 兼 誓約書（PDF）', href: view.pdf }] : []}
      />
      <Brief due={view.brief.due} promised={view.brief.promised} next={view.brief.next} />
      <Cols shape="right-372">
        <div>
          <DeskSection title="同意の記録" first><Dl items={view.facts} /></DeskSection>
          {view.paper ? <ConfirmPaper view={view} formKey={formKey} parts={confirm} /> : null}
          {view.register ? <Register view={view.register} formKey={formKey} parts={register} /> : null}
        </div>
        <div>
          {view.papers.length > 0 ? (
            <PanelSoft title="届いた紙">
              <List items={view.papers.map((paper) => ({
                text: paper.href ? <a className="link" href={paper.href}>{paper.text}（開く）</a> : paper.text,
                note: paper.note,
              }))} />
            </PanelSoft>
          ) : null}
          {view.paper ? <GiveBack version={view.version} formKey={formKey} parts={giveBack} /> : null}
          {view.canReceivePaper ? <ReceivePaper version={view.version} formKey={formKey} parts={receive} /> : null}
        </div>
      </Cols>
    </>
  )
}

function ConfirmPaper({ view, formKey, parts }: { view: DeskConsentView; formKey: string; parts: FormParts }) {
  const { fields } = parts
  if (!view.paper) return null
  return (
    <DeskSection title="紙の署名を確かめる" small={`${view.paper.receivedOn}に届きました`}>
      <form method="post" id={parts.id} noValidate>
        <HiddenFields formKey={formKey} version={view.version} intent="confirm" />
        <p><a className="link" href={view.paper.href}>届いた紙を開く</a></p>
        <div className="mb-4"><Help>紙の「のせる・のせない」が、上の「のせるもの」とちがうときは、お返ししてください。</Help></div>
        <DayField field={fields.signedOn!} label="紙に書かれた日" required />
        <CheckboxField field={fields.looked!} label="紙を見ました。署名があります" />
        <ProxyFields fields={fields} />
        <div className="mt-4 mb-2"><ButtonRow><SubmitButton>署名を確かめた</SubmitButton></ButtonRow></div>
        <Help>画面の署名と同じあつかいになります。ご本人に、控えのメールが届きます。</Help>
      </form>
    </DeskSection>
  )
}

function GiveBack({ version, formKey, parts }: { version: number; formKey: string; parts: FormParts }) {
  return (
    <Panel title="お返しするとき">
      <form method="post" id={parts.id} noValidate>
        <HiddenFields formKey={formKey} version={version} intent="giveBack" />
        <TextArea field={parts.fields.reason!} label="お返しする理由" required rows={3} support="ご本人が読みます。例：下のほうが写っていません。" />
        <div className="mt-4 mb-2"><ButtonRow><SubmitButton look="line">お返しする</SubmitButton></ButtonRow></div>
      </form>
    </Panel>
  )
}

function ReceivePaper({ version, formKey, parts }: { version: number; formKey: string; parts: FormParts }) {
  return (
    <Panel title="郵送や窓口で紙が届いたとき">
      <form method="post" id={parts.id} encType="multipart/form-data" noValidate>
        <HiddenFields formKey={formKey} version={version} intent="receive" />
        <FileField field={parts.fields.paper!} label="紙の読みとり" required support="PDF、JPEG、PNG。10MBまで。" accept="application/pdf,image/jpeg,image/png" />
        <div className="mt-4 mb-2"><ButtonRow><SubmitButton look="line">紙を受け取る</SubmitButton></ButtonRow></div>
      </form>
    </Panel>
  )
}

function Register({ view, formKey, parts }: { view: NonNullable<DeskConsentView['register']>; formKey: string; parts: FormParts }) {
  const { fields } = parts
  return (
    <DeskSection title="名簿に登録する" small="登録の期間は、今年度の3月31日までです">
      <form method="post" id={parts.id} noValidate>
        <HiddenFields formKey={formKey} intent="register" />
        <TwoFields>
          <TextField field={fields.name!} label="氏名" required />
          <TextField field={fields.kana!} label="フリガナ" required />
        </TwoFields>
        <div className="mt-6"><TwoFields>
          <TextField field={fields.workingName!} label="活動名" required={false} support="相手の方に伝わる名前です。" />
          <TextField field={fields.homeArea!} label="活動できる地域" required support="例：あおば市、しらかば町" />
        </TwoFields></div>
        <div className="mt-6"><TwoFields>
          {view.phone ? <TextField field={fields.phone!} label="電話番号" required={false} type="tel" support={view.phone} /> : null}
          {view.address ? <TextField field={fields.address!} label="住所" required={false} support={view.address} /> : null}
        </TwoFields></div>
        <Help>{view.peer ? '「同じような経験があること」は、のせます。' : '「同じような経験があること」は、のせません。'}ご本人が選ばなかった項目は、欄がありません。</Help>
        <div className="mt-4 mb-2"><ButtonRow><SubmitButton>登録して、番号を知らせる</SubmitButton></ButtonRow></div>
      </form>
    </DeskSection>
  )
}
