import {
  Brief, ButtonFill, ButtonLine, Chip, Cols, Crumb, DayAndTime, DeskSection, List, PageHead, PrintButton,
  RulesBox, Stages, Tell, TextLink,
  TimeLine,
} from '#app/ui/desk.ts'
import type { CaseView } from '../views.ts'
import { YearLanes } from './year-lanes.tsx'

export { SealedCase } from './sealed-case.tsx'

/** The case: rules and household at the left, everything that happened at the right. */
export function CasePage({ view }: { view: CaseView }) {
  return (
    <>
      <Crumb items={[{ label: 'ケース', href: '/desk/cases' }, { label: `${view.alias}の世帯` }]} />
      <PageHead
        title={`${view.alias}の世帯`}
        no={`ケース ${view.no}`}
        chip={<Chip kind={view.open ? 'now' : 'done'}>{view.state}</Chip>}
        extra={<PrintButton>印刷</PrintButton>}
        primary={view.canRecord ? <ButtonFill href={view.contactHref}>連絡を記録する</ButtonFill> : null}
      />
      {view.openedUntil ? <Tell title="担当外のケースです">{view.openedUntil}</Tell> : null}
      <Brief due={view.due} promised={view.promised} next={view.next} />
      <DeskSection title="1年のあゆみ" small={view.yearFrom}><YearLanes view={view} /></DeskSection>
      <div className="sec">
        <Cols shape="left">
          <div>
            <RulesBox rules={view.rules} />
            <DeskSection title="世帯"><List items={view.members.map(({ text, note }) => ({ text: <b>{text}</b>, note }))} /></DeskSection>
            <DeskSection title="派遣の希望"><Requests view={view} /></DeskSection>
          </div>
          <DeskSection
            first
            title="記録"
            small="新しい順"
            right={view.canRecord ? <TextLink href={view.hearingHref}>ヒアリングシートを書く</TextLink> : null}
          >
            <Stages items={view.tabs} label="種類でしぼる" />
            {view.entries.length > 0 ? <Entries view={view} /> : <p>まだ記録はありません。</p>}
          </DeskSection>
        </Cols>
      </div>
    </>
  )
}

function Requests({ view }: { view: CaseView }) {
  const items = view.requests.map(({ href, no, state }) => ({ text: <TextLink href={href}>{no}</TextLink>, note: state }))
  return (
    <>
      {items.length > 0 ? <List items={items} /> : <p>まだありません。</p>}
      {view.canRecord ? <p className="mt-3"><ButtonLine href={view.requestHref}>派遣の希望を受け付ける</ButtonLine></p> : null}
    </>
  )
}

function Entries({ view }: { view: CaseView }) {
  return (
    <TimeLine
      items={view.entries.map((entry) => ({
        at: entry.at,
        date: <DayAndTime>{entry.date}</DayAndTime>,
        kind: entry.label,
        text: <>{entry.text}{entry.href ? <>　<TextLink href={entry.href}>開く</TextLink></> : null}</>,
        note: entry.note ?? undefined,
      }))}
    />
  )
}
