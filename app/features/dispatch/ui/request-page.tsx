import {
  Brief, ButtonFill, ButtonLine, Chip, Cols, Crumb, DeskSection, Dl, Help, LadderFigure, List, Look, PageHead, PrintButton, Refusal,
  RulesBox, StepLine, Tell, TextLink,
} from '#app/ui/desk.ts'
import type { ReturnedFields } from '#app/ui/form.ts'
import type { PrivateLine, RequestView } from '../views/request.ts'
import { ConsentRecord, Notes, Parties, Proposals } from './request-parts.tsx'

interface Props {
  view: RequestView
  formKey: string
  secrets: PrivateLine[] | null
  consent: ReturnedFields
}

/** The page of one wish: where it stands, what is refused and why, what was wished for. */
export function RequestPage({ view, formKey, secrets, consent }: Props) {
  return (
    <>
      <Crumb items={[{ label: '希望', href: '/desk/requests' }, { label: view.name }]} />
      <PageHead
        title={view.name}
        no={view.no}
        chip={<Chip kind={view.chip}>{view.state}</Chip>}
        links={[
          { label: '変更と閲覧の記録', href: view.auditHref },
          ...(view.stopHref ? [{ label: '中止を受け付ける', href: view.stopHref }] : []),
        ]}
        extra={<PrintButton>印刷</PrintButton>}
        primary={view.candidatesHref ? <ButtonFill href={view.candidatesHref}>候補を探す</ButtonFill> : null}
      />
      <Brief due={view.due} promised={view.promised} next={view.next} />
      {view.stopped ? <Tell title="中止（ご本人の希望）">{view.stopped}</Tell> : <StepLine steps={view.steps} />}
      {view.refusal ? <NotYet view={view} refusal={view.refusal} /> : null}
      {view.notes.length > 0 ? <Notes view={view} formKey={formKey} /> : null}
      <div className="sec">
        <Cols>
          <div>
            <DeskSection first title="希望の内容"><Dl items={view.facts} /></DeskSection>
            <DeskSection title="会い方のはしご" small={view.ladderNote}>
              <LadderFigure rungs={view.rungs} sentence={view.rungSentence}>
                色の付いた段が、いま用意してよい会い方です。上の段は、ご本人が「よい」と言った分だけ広がります。いつでも下げられます。
              </LadderFigure>
            </DeskSection>
            {view.proposals.length > 0 ? <Proposals view={view} formKey={formKey} /> : null}
            {view.canRecord ? <ConsentRecord view={view} formKey={formKey} consent={consent} /> : null}
          </div>
          <div>
            <RulesBox rules={view.rules} />
            <Parties view={view} formKey={formKey} />
            <Secrets view={view} secrets={secrets} />
            <DeskSection title="経過"><List items={view.history} /></DeskSection>
          </div>
        </Cols>
      </div>
    </>
  )
}

function NotYet({ view, refusal }: { view: RequestView; refusal: NonNullable<RequestView['refusal']> }) {
  return (
    <Refusal
      title="まだサポーターを探せません"
      clause={{ label: '要領 第3-3(3)イ' }}
      can={refusal.can}
      actions={
        <>
          {view.canRecord ? <ButtonFill href="#consent">同意の記録をつける</ButtonFill> : null}
          {view.canCard ? <ButtonLine href="#parties">カードを渡す</ButtonLine> : null}
        </>
      }
    >
      <p>{refusal.why}<b>{refusal.missing}</b>を、まだいただいていません。同意の日が、調整を始める日より前に要ります。</p>
      <p>この決まりを飛ばす方法はありません。急ぐときは、センターの担当に相談してください。</p>
    </Refusal>
  )
}

function Secrets({ view, secrets }: { view: RequestView; secrets: PrivateLine[] | null }) {
  return (
    <DeskSection title="本名・連絡先" id="private">
      {secrets === null
        ? <><p><TextLink href={view.privateHref}>開く</TextLink></p><Help>見た記録が残ります。</Help></>
        : secrets.map((line) => <Look key={line.name} title={line.name} below><Dl tight items={line.facts} /></Look>)}
      {view.caseHref ? <p><TextLink href={view.caseHref}>ケースの記録を開く</TextLink></p> : null}
      {view.dispatchHref ? <p><TextLink href={view.dispatchHref}>派遣のページを開く</TextLink></p> : null}
    </DeskSection>
  )
}
