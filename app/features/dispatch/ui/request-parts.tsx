import { Chip, datesWhole, DeskSection, Help, List, Look, TextLink } from '#app/ui/desk.ts'
import { DateTimeField, HiddenFields, RadioGroup, SelectField, SubmitButton } from '#app/ui/form.ts'
import type { ReturnedFields } from '#app/ui/form.ts'
import type { NoteLine, PartyLine, ProposalLine, RequestView } from '../views/request.ts'

interface Props {
  view: RequestView
  formKey: string
}

/** Who would be met, their consent and their card. */
export function Parties({ view, formKey }: Props) {
  return (
    <DeskSection title="会う方" id="parties">
      <List items={view.parties.map((party) => ({ text: <Party party={party} view={view} formKey={formKey} />, note: party.consentNote }))} />
    </DeskSection>
  )
}

function Party({ party, view, formKey }: Props & { party: PartyLine }) {
  return (
    <>
      <b>{party.label}</b>　<Chip kind={party.consented ? 'done' : 'stop'}>{party.consent}</Chip>
      {party.card ? <p>{datesWhole(party.card.text)}</p> : null}
      {view.canCard ? (
        <div className="btns mt-2">
          {party.card ? <TextLink href={party.card.printHref}>カードを印刷する</TextLink> : null}
          <form method="post">
            <HiddenFields formKey={formKey} intent="issueCard" values={{ party: party.id }} />
            <SubmitButton look={party.card ? 'link' : 'small'}>{party.card ? '新しいカードに替える' : 'カードをつくる'}</SubmitButton>
          </form>
          {party.card ? (
            <form method="post">
              <HiddenFields formKey={formKey} intent="revokeCard" values={{ card: party.card.id }} />
              <SubmitButton look="link">カードを使えなくする</SubmitButton>
            </form>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

/** What the client asked for by a button, each to be done once. */
export function Notes({ view, formKey }: Props) {
  return (
    <div className="sec">
      <Look title="ご本人のカードから、連絡があります" below>
        <List items={view.notes.map((note) => ({ text: <Note note={note} view={view} formKey={formKey} />, note: note.at }))} />
      </Look>
    </div>
  )
}

function Note({ note, view, formKey }: Props & { note: NoteLine }) {
  return (
    <div className="btns">
      <b>{note.text}</b>
      {view.canCard ? (
        <form method="post">
          <HiddenFields formKey={formKey} intent="finishNote" version={note.version} values={{ task: note.id }} />
          <SubmitButton look="small">対応した</SubmitButton>
        </form>
      ) : null}
    </div>
  )
}

/** Supporters who were asked, and their free answers. */
export function Proposals({ view, formKey }: Props) {
  return (
    <DeskSection title="打診" small="お名前・住所は伝えていません">
      <List items={view.proposals.map((line) => ({ text: <Proposal line={line} view={view} formKey={formKey} />, note: line.note || undefined }))} />
    </DeskSection>
  )
}

function Proposal({ line, view, formKey }: Props & { line: ProposalLine }) {
  return (
    <div className="btns">
      <b>{line.name}</b>
      <Chip kind={line.interested ? 'now' : line.open ? 'stop' : 'done'}>{line.state}</Chip>
      {line.interested && view.canPrepare ? (
        <form method="post">
          <HiddenFields formKey={formKey} intent="prepare" values={{ proposal: line.id }} />
          <SubmitButton look="small">計画をつくる</SubmitButton>
        </form>
      ) : null}
      {line.open && view.canCancel ? (
        <form method="post">
          <HiddenFields formKey={formKey} intent="cancelProposal" version={line.version} values={{ proposal: line.id }} />
          <SubmitButton look="link">打診を取りやめる</SubmitButton>
        </form>
      ) : null}
    </div>
  )
}

const methods = [
  { value: 'inPerson', label: '対面' },
  { value: 'phone', label: '電話で読み上げて' },
  { value: 'paper', label: '紙で' },
]

/** Writing down a consent that came in person, by phone or on paper. */
export function ConsentRecord({ view, formKey, consent }: Props & { consent: ReturnedFields }) {
  const ladder = [{ value: '', label: '変えない' }, ...view.ladderOptions]
  return (
    <DeskSection title="同意の記録をつける" id="consent" small="カードでの同意は、自動で記録されます">
      <form method="post" noValidate>
        <HiddenFields formKey={formKey} intent="recordConsent" version={view.version} />
        <RadioGroup field={consent.field('party', view.waitingParties.length === 1 ? view.waitingParties[0]!.value : undefined)} label="同意した方" required options={view.waitingParties} layout="inline" />
        <RadioGroup field={consent.field('method')} label="聞き方" required options={methods} layout="inline" />
        <DateTimeField
          field={{ id: 'consent-when', descriptionId: 'consent-when-d', errorId: 'consent-when-e' }}
          label="同意の日時"
          required
          day={consent.field('on', view.today)}
          times={[{ field: consent.field('at', view.now), label: '時刻' }]}
        />
        <SelectField field={consent.field('ladder', '')} label="いまよい会い方" required={false} options={ladder} blank={null} width="m" support="ご本人が「ここまでならよい」と言った段。" />
        <Help>理由は聞きません。「今は決めない」と言われたときは、記録しないで待ちます。</Help>
        <div className="btns mt-6"><SubmitButton>同意の記録をつける</SubmitButton></div>
      </form>
    </DeskSection>
  )
}
