import { Brief, Chip, Crumb, DeskSection, Dl, List, PageHead, Panel, Table, TextLink } from '#app/ui/desk.ts'
import { HiddenFields, SubmitButton } from '#app/ui/form.ts'
import type { StopLine, StopView } from '../views.ts'

function StateChip({ done }: { done: boolean }) {
  return done ? <Chip kind="done">済み</Chip> : <Chip kind="now">連絡が残っています</Chip>
}

/** Every stop of the body, those with something left to do first. */
export function StopList({ lines }: { lines: StopLine[] }) {
  return (
    <>
      <PageHead title="中止の受付" sub="受け取った時に、もう止まっています。ここには、あとの連絡が残ります。" />
      <Table
        caption="中止の受付"
        narrow="two"
        rows={lines}
        rowKey={(line) => line.id}
        empty="中止の申し出は、まだありません。"
        columns={[
          { label: '希望の番号', cell: (line) => <TextLink href={line.href}>{line.receiptNo}</TextLink>, nowrap: true },
          { label: '呼び名', cell: (line) => line.callNames, head: true },
          { label: '受け取った時', cell: (line) => line.receivedAt },
          { label: '伝わり方', cell: (line) => line.channel },
          { label: 'あとの連絡の期限', cell: (line) => line.due ?? '—' },
          { label: '様子', cell: (line) => <StateChip done={line.done} /> },
        ]}
      />
    </>
  )
}

/** One stop: what it did by itself, and what is left for people. */
export function StopPage({ view, formKey }: { view: StopView; formKey: string }) {
  return (
    <>
      <Crumb items={[{ label: '中止の受付', href: '/desk/stops' }, { label: view.receiptNo }]} />
      <PageHead title={`${view.callNames}の中止`} no={view.receiptNo} chip={<StateChip done={view.done} />} />
      <Brief
        due={view.done ? null : { text: view.due ? `${view.due}まで` : '期限はありません', note: 'あとの連絡' }}
        promised={{ text: '理由は聞かない。こちらから電話をかけない', note: 'カードに書いてある約束' }}
        next={view.done ? null : { text: '関わる人に伝わったかを確かめる', note: 'サポーターには、お休みになったことだけ' }}
      />
      <DeskSection first title="受け付け">
        <Dl
          items={[
            { name: '受け取った時', value: view.receivedAt, note: 'この時から止まっています' },
            { name: '伝わり方', value: view.channel },
            { name: '理由', value: '聞いていません' },
            { name: 'もとの希望', value: view.requestHref ? <TextLink href={view.requestHref}>{view.receiptNo}</TextLink> : '—' },
          ]}
        />
      </DeskSection>
      <DeskSection title="取り消した訪問">
        {view.cancelledVisits.length > 0 ? (
          <List items={view.cancelledVisits.map((when) => ({ text: when }))} />
        ) : (
          <p>これからの訪問は、ありませんでした。</p>
        )}
      </DeskSection>
      <DeskSection title="あとの連絡">
        {view.canFinish ? <FinishForm view={view} formKey={formKey} /> : <p>{view.doneAt}に済みました。</p>}
      </DeskSection>
    </>
  )
}

function FinishForm({ view, formKey }: { view: StopView; formKey: string }) {
  return (
    <Panel>
      <p>サポーターへのお知らせ（自動）が届いたか、中止の通知書を送るか、カードをどうするかを確かめます。</p>
      <form method="post" className="mt-3">
        <HiddenFields formKey={formKey} version={view.version} />
        <SubmitButton look="fill">あとの連絡が済んだことを記録する</SubmitButton>
      </form>
    </Panel>
  )
}
