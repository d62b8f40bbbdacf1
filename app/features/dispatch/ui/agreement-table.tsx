import { Chip } from '#app/ui/desk.ts'
import type { AgreementTable as Agreements, AnswerCell } from '../views/plan.ts'

function Cell({ cell }: { cell: AnswerCell }) {
  return (
    <>
      {cell.waiting ? <Chip kind="stop">{cell.word}</Chip> : cell.word}
      {cell.notes.map((note) => <small key={note}>{note}</small>)}
    </>
  )
}

/** 同意のようす: who has agreed to which version (drawn 06). */
export function AgreementTable({ table }: { table: Agreements }) {
  return (
    <div className="tw" tabIndex={0} role="group" aria-label="同意のようす">
      <table className="tbl tbl-small">
        <thead>
          <tr>
            <th scope="col">だれ</th>
            {table.versions.map((version) => <th key={version.no} scope="col">{version.label}<small>{version.word}</small></th>)}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}<small>{row.role}</small></th>
              {row.cells.map((cell, i) => <td key={table.versions[i]?.no}><Cell cell={cell} /></td>)}
            </tr>
          ))}
          <tr>
            <th scope="row">活動できるか</th>
            {table.verdicts.map((verdict, i) => (
              <td key={table.versions[i]?.no}><b>{verdict.word}</b><small>{verdict.note}</small></td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
