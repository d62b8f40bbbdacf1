import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentProvisions } from '#app/features/roster/presenter/provisions.ts'
import { listProvisions } from '#app/features/roster/queries/provisions.server.ts'
import { RecallBoard } from '#app/features/roster/ui/recall-board.tsx'
import { page } from '#app/http/page.server.ts'
import { ButtonFill } from '#app/ui/button/buttons.tsx'
import { Brief, Chip, DeskSection, PageHead, Table } from '#app/ui/desk.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '市町村へのお渡し｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'provision.view' }, async ({ ctx }) => {
  const found = await listProvisions(ctx)
  return found && presentProvisions(found)
})

export default function Screen() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return (
    <Desk frame={frame} flash={flash}>
      <PageHead title="市町村へのお渡し" primary={<ButtonFill href="/desk/provisions/new">お渡しを準備する</ButtonFill>} />
      <Brief
        due={null}
        promised={{ text: 'ご本人が選んだ項目だけを渡す', note: '根拠：要領 第3-2(2)イ、(3)ア' }}
        next={view.openRecalls > 0 ? { text: `${view.openRecalls}件、消えたことを確かめる` } : null}
      />
      <DeskSection title="お渡しの記録">
        <Table
          rows={view.rows}
          rowKey={(row) => row.key}
          empty="まだ、どこにも渡していません。"
          columns={[
            { label: '提供番号', plain: true, nowrap: true, head: true, cell: (row) => <a className="link mono" href={row.href}>{row.no}</a> },
            { label: '渡す先', nowrap: true, cell: (row) => row.recipient },
            { label: 'ようす', cell: (row) => <Chip kind={row.chip.kind}>{row.chip.words}</Chip> },
            { label: '人数', num: true, cell: (row) => row.people },
            { label: '渡した日', nowrap: true, cell: (row) => row.deliveredOn },
            { label: '受け入れ', nowrap: true, cell: (row) => row.acceptedOn },
            { label: '使える期限', nowrap: true, cell: (row) => row.expiresOn },
            { label: '返事待ち', nowrap: true, cell: (row) => row.openRecalls },
          ]}
        />
      </DeskSection>
      <RecallBoard recalls={view.recalls} />
    </Desk>
  )
}
