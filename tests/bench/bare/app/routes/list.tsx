import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { prisma } from '../db.server.ts'

interface Row {
  id: string
  fiscal_year: number
  no: number
  state: string
  updated_at: Date
}

const sentence = 'ここには、ほかの画面と同じ大きさになるだけの文字が入ります。'

/**
 * The 25 rows of a body (`body`) that moved last, by one query that an index answers. `text`: letters beside each row,
 * so that the page is as large as the one it is compared with.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const length = Number(query.get('text'))
  const rows = await prisma.$queryRaw<Row[]>`
    select id, fiscal_year, no, state, updated_at from dispatch
     where body_id = ${query.get('body')}::uuid order by updated_at desc, id limit 25`
  const text = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length)
  return { rows: rows.map((row) => ({ ...row, updated_at: row.updated_at.toISOString(), text })) }
}

export default function List() {
  const { rows } = useLoaderData<typeof loader>()
  return (
    <main>
      <h1>List</h1>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={`/rows/${row.id}`}>
                  {row.fiscal_year}-{row.no}
                </a>
              </td>
              <td>{row.state}</td>
              <td>{row.updated_at}</td>
              <td>{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}
