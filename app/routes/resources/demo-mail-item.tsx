import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getDemoMail } from '#app/features/correspondence/mailbox.server.ts'
import { DemoMail } from '#app/features/correspondence/ui/demo-mailbox.tsx'
import { page } from '#app/http/page.server.ts'
import { jpDateTime } from '#app/shared/tokyo-day.ts'
import { PublicPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'デモのメール｜よりそい' }]

/** Only addresses of this product become links. */
function lineOf(text: string, origin: string) {
  const address = text.trim()
  return { text, href: address.startsWith(`${origin}/`) ? address.slice(origin.length) : null }
}

export const loader = page({ audience: 'public', action: 'demo.mail' }, async ({ params, url }) => {
  const mail = await getDemoMail(params.kept ?? '')
  return mail && {
    id: mail.id,
    subject: mail.subject,
    from: mail.from,
    to: mail.recipients.join('、'),
    at: jpDateTime(new Date(mail.at)),
    paragraphs: mail.text.trim().split(/\n\s*\n/).map((lines) => lines.split('\n').map((line) => lineOf(line, url.origin))),
  }
})

export default function DemoMailItem() {
  const { view, flash } = useLoaderData<typeof loader>()
  return (
    <PublicPage flash={flash} help={null}>
      <DemoMail mail={view} />
    </PublicPage>
  )
}
