import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentPublicCourse } from '#app/features/training/presenter/public.ts'
import { getPublicCourse } from '#app/features/training/queries/public.server.ts'
import { CourseSide } from '#app/features/training/ui/course-side.tsx'
import { page } from '#app/http/page.server.ts'
import { Acts, ButtonFill, Dots, Lead, More, Note, Path, Prose, Quiet, Section, Title } from '#app/ui/phone.ts'
import { PublicPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '研修のご案内｜よりそい' }]

export const loader = page({ audience: 'public', action: 'course.view' }, async ({ ctx, params }) => {
  const facts = await getPublicCourse(ctx, params.courseId ?? '')
  return facts && presentPublicCourse(facts, ctx.clock.today())
})

export default function Course() {
  const { view, flash } = useLoaderData<typeof loader>()
  const { guide } = view
  return (
    <PublicPage
      flash={flash}
      help={view.desk}
      top={<><Title over={view.over}>{view.title}</Title><Lead>{view.summary}</Lead></>}
      side={<CourseSide view={view} />}
      sideFirst
    >
      <Section title={view.sessionsTitle}>
        <Path steps={view.sessions.map(({ when, what, note }) => ({ when, what, note }))} />
        {view.makeUp ? <div className="mt-6"><Note>{view.makeUp}</Note></div> : null}
      </Section>
      {guide ? (
        <>
          <Section title="申し込める方"><Dots items={guide.whoCanApply} /></Section>
          <Section title="研修が終わったら">
            <Prose>{guide.afterwards.map((line) => <p key={line}>{line}</p>)}</Prose>
          </Section>
          <Section title="よくあるご質問">
            {guide.questions.map(({ question, answer }, i) => (
              <More key={question} title={question} open={i === 0}><p>{answer}</p></More>
            ))}
          </Section>
        </>
      ) : null}
      <Section title="申込み">
        {view.apply ? <Acts near><ButtonFill href={view.apply}>申し込む</ButtonFill></Acts> : <Quiet><p>{view.closed}</p></Quiet>}
      </Section>
    </PublicPage>
  )
}
