import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getHome } from '#app/features/training/queries/public.server.ts'
import { presentHome } from '#app/features/training/presenter/public.ts'
import { page } from '#app/http/page.server.ts'
import { Dots, Lead, Phrase, Quiet, Row, Rows, Section, Title } from '#app/ui/phone.ts'
import { PublicPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'はじめのページ｜よりそい' }]

export const loader = page({ audience: 'public', action: 'course.view' }, async ({ ctx }) => {
  const { courses, desk } = await getHome(ctx)
  return presentHome(courses, desk, ctx.clock.today())
})

export default function Home() {
  const { view, flash } = useLoaderData<typeof loader>()
  return (
    <PublicPage flash={flash} help={view.desk}>
      <Title>そばで話を聞く人に、なってみませんか</Title>
      <Lead>人と会うのがつらくなっている方のそばで、急がずに話を聞くサポーターがいます。なるための研修は、無料です。</Lead>
      <Section title="今、申し込める研修">
        {view.courses.length > 0 ? (
          <Rows>
            {view.courses.map((course) => <Row key={course.id} href={course.href} note={course.notes.map((note) => <Phrase key={note}>{note}　</Phrase>)}>{course.title}</Row>)}
          </Rows>
        ) : (
          <Quiet><p>今、申し込める研修はありません。</p><p>次の研修が決まると、このページでお知らせします。</p></Quiet>
        )}
      </Section>
      <Section title="サポーターのすること">
        <Dots
          items={[
            'ご本人やご家族が望むときだけ、会いに行ったり、手紙を書いたりします。',
            '何かを教えたり、外に連れ出したりするのではありません。話を聞き、いっしょにいます。',
            '市や町の担当と、相談のしごとをする人が、いつも後ろにいます。ひとりで抱えません。',
            '休むことも、ことわることも、いつでもできます。',
          ]}
        />
      </Section>
      <Section title="ほかのご用">
        <Rows>
          <Row href="/login" note="申込みのあと、マイページを見るとき">ログイン</Row>
          <Row href="/check" note="修了証書などのコードを確かめるとき">書面の照合</Row>
        </Rows>
      </Section>
    </PublicPage>
  )
}
