import { Crumb, Mono, PageHead, Table, Tell, TextLink } from '#app/ui/desk.ts'
import type { TrailView } from '../views.ts'

/** Who did or saw what, when, in which role. Nothing can be removed or changed here. */
export function TrailPage({ view, crumb }: { view: TrailView; crumb: string | null }) {
  return (
    <>
      {crumb ? <Crumb items={[{ label: '監査', href: '/desk/audit' }, { label: crumb }]} /> : null}
      <PageHead title={view.title} sub="いつ、だれが、どの立場で、何を。文章の中身は表示しません。消すこと・書きかえることはできません。" />
      <Tell status={view.holds}><p>{view.chain}</p></Tell>
      <Table
        caption={`記録（${view.total}）`}
        narrow="two"
        rows={view.lines}
        rowKey={(line) => line.key}
        empty="記録は、まだありません。"
        columns={[
          { label: 'いつ', cell: (line) => line.at, nowrap: true },
          { label: 'だれが', cell: (line) => line.who, head: true },
          { label: '立場', cell: (line) => line.role },
          { label: 'したこと', cell: (line) => line.action },
          { label: '何を', cell: (line) => (line.href ? <TextLink href={line.href}>{line.entity}</TextLink> : line.entity) },
          { label: '照合', cell: (line) => <Mono>{line.hash}</Mono> },
        ]}
      />
      {view.olderHref || view.newestHref ? (
        <nav className="pager" aria-label="ページ">
          {view.newestHref ? <TextLink href={view.newestHref}>いちばん新しい記録</TextLink> : null}
          {view.olderHref ? <TextLink href={view.olderHref}>これより前の記録</TextLink> : null}
        </nav>
      ) : null}
    </>
  )
}
