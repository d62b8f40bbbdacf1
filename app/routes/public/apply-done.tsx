import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { appliedDraft } from '#app/features/training/apply-draft.ts'
import { presentDone } from '#app/features/training/presenter/public.ts'
import { getPublicCourse, mailDomain } from '#app/features/training/queries/public.server.ts'
import { goOn } from '#app/http/answers.server.ts'
import { readDraft } from '#app/http/drafts.server.ts'
import { page } from '#app/http/page.server.ts'
import { Lead, Path, Prose, Receipt, Row, Rows, Section, Title } from '#app/ui/phone.ts'
import { PublicPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '申込みを受け取りました｜研修の申込み' }]

export const loader = page({ audience: 'public', action: 'application.submit' }, async (asked) => {
  const courseId = asked.params.courseId ?? ''
  const facts = await getPublicCourse(asked.ctx, courseId)
  if (!facts) return null
  const receipt = await readDraft(asked, appliedDraft, courseId)
  if (!receipt) return goOn(`/courses/${courseId}`)
  const kept = { receiptNo: String(receipt.receiptNo), at: String(receipt.at) }
  return presentDone(facts, kept, mailDomain(), asked.ctx.clock.today())
})

export default function ApplyDone() {
  const { view, flash } = useLoaderData<typeof loader>()
  return (
    <PublicPage flash={flash} help={view.desk}>
      <Title>申込みを受け取りました</Title>
      <Lead>ありがとうございます。メールを送りました。メールにあるページを開くと、申込みが決まります。</Lead>
      <div className="mt-8"><Receipt no={view.receiptNo}>{view.received}</Receipt></div>
      <Section title="このあとのこと"><Path steps={view.steps} /></Section>
      <Section title="メールが届かないとき">
        <Prose>
          <p>「{view.mailDomain}」からのメールを受け取れるようにしてください。迷惑メールの箱も、見てください。</p>
          <p>それでも届かないときは、この下の「{view.desk?.name ?? view.bodyName}」に、受付番号をお知らせください。</p>
        </Prose>
      </Section>
      <Section>
        <Rows>
          <Row href="/my/training" note="メールのページを開いて、パスワードを決めたあとに見られます">申込みの内容を見る、やめる</Row>
        </Rows>
      </Section>
    </PublicPage>
  )
}
