import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listDemoMails } from '#app/features/correspondence/mailbox.server.ts'
import { DemoMailbox } from '#app/features/correspondence/ui/demo-mailbox.tsx'
import { page } from '#app/http/page.server.ts'
import { jpDateTime } from '#app/shared/tokyo-day.ts'
import { PublicPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'デモの受信箱｜よりそい' }]

export const loader = page({ audience: 'public', action: 'demo.mail' }, async () => {
  const mails = await listDemoMails()
  return mails && mails.map(({ id, subject, recipients, at }) => ({
    id, subject, to: recipients.join('、'), at: jpDateTime(new Date(at)),
  }))
})

export default function DemoMailScreen() {
  const { view, flash } = useLoaderData<typeof loader>()
  return (
    <PublicPage flash={flash} help={null}>
      <DemoMailbox mails={view} />
    </PublicPage>
  )
}
