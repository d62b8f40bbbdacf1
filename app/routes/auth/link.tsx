import { linkPurpose } from '#app/features/directory/queries.server.ts'
import { LinkGone } from '#app/features/directory/ui/mailed-link.tsx'
import { gone, goOn } from '#app/http/answers.server.ts'
import { setCookie } from '#app/http/cookies.server.ts'
import { page } from '#app/http/page.server.ts'
import type { LinkPurpose } from '#app/shared/actor.ts'

const pages: Record<LinkPurpose, string> = {
  'application.confirm': '/account/new',
  'account.password': '/password/new',
  'reconfirmation.answer': '/reconfirm',
}
const cookieSeconds = 3600

/** Opening a mailed link changes nothing: it leads to the page where something can be done. */
export const loader = page({ audience: 'public', action: 'link.follow' }, async ({ params }) => {
  const token = params.token ?? ''
  const purpose = await linkPurpose(token)
  if (!purpose) throw gone()
  return goOn(pages[purpose], undefined, [setCookie('yr_link', token, cookieSeconds)])
})

export default function Link() {
  return null
}

export function ErrorBoundary() {
  return <LinkGone />
}
