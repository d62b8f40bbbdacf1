import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentReceivedList } from '#app/features/roster/presenter/received.ts'
import { listReceived } from '#app/features/roster/queries/received.server.ts'
import { page } from '#app/http/page.server.ts'
import { Brief, Chip, DeskSection, PageHead, Table, Tell } from '#app/ui/desk.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '受け取った名簿｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'provision.open' }, async ({ ctx }) => {
  const found = await listReceived(ctx)
  return found && presentReceivedList(found)
})

export default function Screen() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return (
    <Desk frame={frame} flash={flash}>
      <PageHead title="受け取った名簿" />
      <Brief
        due={null}
        promised={{ text: 'サポーター派遣の調整だけに使う', note: '根拠：要領 第3-2(2)イ' }}
        next={view.toAccept > 0
          ? { text: '届いた名簿の決まりを読んで、受け入れる' }
          : view.openRecalls > 0 ? { text: '取りやめた方の控えを消して、知らせる' } : null}
      />
      {view.planning ? <div className="mt-4"><Tell title="派遣は準備中です"><p>{view.planning}</p></Tell></div> : null}
      <DeskSection title="届いた名簿">
        <Table
          rows={view.rows}
          rowKey={(row) => row.key}
          empty="まだ届いていません。届いたら、メールで知らせます。"
          columns={[
            { label: '提供番号', head: true, plain: true, nowrap: true, cell: (row) => <a className="link mono" href={row.href}>{row.no}</a> },
            { label: '渡した人', nowrap: true, cell: (row) => row.from },
            { label: '届いた日', nowrap: true, cell: (row) => row.deliveredOn },
            { label: 'ようす', cell: (row) => <Chip kind={row.waits ? 'now' : 'done'}>{row.state}</Chip> },
            { label: '人数', cell: (row) => row.people },
            { label: '使える期限', nowrap: true, cell: (row) => row.expiresOn },
            { label: '消すお願い', nowrap: true, cell: (row) => row.openRecalls },
          ]}
        />
      </DeskSection>
    </Desk>
  )
}
