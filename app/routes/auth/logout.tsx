import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { logOut } from '#app/features/directory/commands/log-out.server.ts'
import { goOn } from '#app/http/answers.server.ts'
import { enter, resource } from '#app/http/page.server.ts'

const door = { audience: 'public', action: 'account.logOut' } as const

/** Opening the address does nothing; logging out is a button. */
export const loader = resource(door, async () => goOn('/login'))

export async function action(args: ActionFunctionArgs) {
  await enter(door, args)
  const { cookie, clear } = await logOut(args.request.headers.get('cookie'))
  return redirect('/login', { status: 303, headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': clear } })
}
