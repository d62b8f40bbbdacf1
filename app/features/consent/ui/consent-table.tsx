import { Brief, Chip, DeskSection, PageHead, Stages, Table, TableFoot } from '#app/ui/desk.ts'
import type { ConsentTableView } from '../views.ts'

type Row = ConsentTableView['rows'][number]

function Name({ row }: { row: Row }) {
  return row.href ? <a className="link" href={row.href}>{row.name}</a> : <>{row.name}</>
}

/** Everybody who completed a course, by how far the consent is; what waits for the desk comes first. */
export function ConsentTable({ view }: { view: ConsentTableView }) {
  return (
    <>
      <PageHead title="同意と登録" sub="研修を修了した方の、登録の説明・署名・登録のようすです。登録に同意しなくても、修了は修了です。" />
      <Brief
        due={null}
        promised={{ text: '同意していない人の情報は、研修の外に出さない', note: '根拠：要領 第3-2(3)ア' }}
        next={view.waiting > 0 ? { text: `${view.waiting}人分の確認と登録をする` } : null}
      />
      <DeskSection title="修了した方">
        <Stages items={view.stages} />
        <Table
          rows={view.rows}
          rowKey={(row) => row.key}
          empty="この段階の方は、いまいません。"
          columns={[
            { label: '氏名', head: true, plain: true, nowrap: true, cell: (row) => <Name row={row} />, small: (row) => row.kana },
            { label: '修了した日', nowrap: true, cell: (row) => row.completedOn },
            { label: 'ようす', nowrap: true, cell: (row) => <Chip kind={row.waits ? 'now' : 'plain'}>{row.stage}</Chip> },
            { label: '署名した日', nowrap: true, cell: (row) => row.signedOn },
            { label: 'つぎの一歩', cell: (row) => row.next },
          ]}
        />
        <TableFoot>「ようす」は、いちばん新しい同意のものです。</TableFoot>
      </DeskSection>
    </>
  )
}
