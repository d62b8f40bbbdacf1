import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { goOn } from '#app/http/answers.server.ts'
import { enter, page } from '#app/http/page.server.ts'

const door = { audience: 'public', action: 'page.closed' } as const

export const meta: MetaFunction = () => [{ title: 'メモ' }]

export const loader = page(door, async () => ({}))

/** 「すぐに閉じる」 of a page without a login: nothing to end, only away. */
export async function action(args: ActionFunctionArgs) {
  await enter(door, args)
  return goOn('/closed')
}

/** A page that says nothing, without our name and without a way back. */
export default function Closed() {
  return (
    <div className="phone">
      <main className="main" id="main">
        <h1 className="title">メモ</h1>
        <p className="lead">このページには、何も書かれていません。</p>
      </main>
    </div>
  )
}
