import type { ReactNode } from 'react'
import {
  Brief, ButtonLine, Chip, Cols, Crumb, DeskSection, Dl, Help, List, Look, PageHead, StepLine, Tell, TextLink,
} from '#app/ui/desk.ts'
import { HiddenFields, SubmitButton } from '#app/ui/form.ts'
import type { DispatchPageView } from '../views/dispatch-page.ts'
import { AgreementTable } from './agreement-table.tsx'

/** One dispatch at the desk. `children`: its visits and reports. */
export function DispatchPage({ view, formKey, children }: { view: DispatchPageView; formKey: string; children: ReactNode }) {
  const links = [
    ...(view.requestHref ? [{ label: 'もとの希望', href: view.requestHref }] : []),
    ...(view.stopHref ? [{ label: '中止を受け付ける', href: view.stopHref }] : []),
  ]
  return (
    <>
      <Crumb items={[view.list, { label: view.title }]} />
      <PageHead
        title={view.title} no={view.no} chip={<Chip kind={view.chip.kind}>{view.chip.text}</Chip>} links={links}
        primary={view.bookHref ? <ButtonLine href={view.bookHref}>訪問の予定を入れる</ButtonLine> : undefined}
      />
      <Brief due={view.due} promised={view.promised} next={view.next} />
      {view.stopped ? (
        <Tell title={view.stopped}><p>これからの予定は取り消され、新しい予定は入れられません。行われた活動の報告は、これからも受け取れます。</p></Tell>
      ) : null}
      {view.steps ? <StepLine steps={view.steps} /> : null}
      {view.begin ? <Begin version={view.begin.version} formKey={formKey} /> : null}
      <Cols shape="right-372">
        <div>
          <DeskSection first title="この派遣"><Dl items={view.facts} /></DeskSection>
          {children}
        </div>
        <div>
          <DeskSection first title="同意のようす" small="版ごと・人ごと" right={<TextLink href={view.planHref}>{view.planLabel}</TextLink>}>
            <AgreementTable table={view.agreements} />
          </DeskSection>
          <DeskSection title="サポーター"><List items={view.supporters} /></DeskSection>
          <DeskSection title="書面">
            {view.documents.length > 0
              ? <List items={view.documents.map((one) => ({ text: <TextLink href={one.href}>{one.label}</TextLink> }))} />
              : <Help>みなさんの同意がそろうと、ここに出ます。</Help>}
          </DeskSection>
        </div>
      </Cols>
    </>
  )
}

function Begin({ version, formKey }: { version: number; formKey: string }) {
  return (
    <form method="post">
      <HiddenFields formKey={formKey} version={version} intent="begin" />
      <Look title="みなさんの同意がそろいました" action={<SubmitButton>活動を始める</SubmitButton>}>
        <p>始めると、訪問の予定を入れられます。サポーターには、呼び名と約束の内容が見えています。</p>
      </Look>
    </form>
  )
}
