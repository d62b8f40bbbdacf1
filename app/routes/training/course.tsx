import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { completeCourse } from '#app/features/training/commands/complete-course.server.ts'
import { issueCertificates } from '#app/features/training/commands/issue-certificates.server.ts'
import { CompleteCourseForm, IssueCertificatesForm } from '#app/features/training/forms.ts'
import { getDeskCourse } from '#app/features/training/lists.server.ts'
import { messages } from '#app/features/training/messages.ts'
import { presentDeskCourse } from '#app/features/training/presenter/desk-course.ts'
import { CompleteCourse, IssueCertificates } from '#app/features/training/ui/course-acts.tsx'
import { CoursePeople, CourseSessions } from '#app/features/training/ui/course-tables.tsx'
import { PathFigure } from '#app/features/training/ui/path-figure.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { Brief, ButtonFill, Chip, Clause, Crumb, DeskSection, PageHead, PanelSoft } from '#app/ui/desk.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '研修｜研修担当' }]

export const loader = page({ audience: 'staff', action: 'course.manage' }, async ({ ctx, params }) => {
  const facts = await getDeskCourse(ctx, params.courseId ?? '')
  return facts && presentDeskCourse(facts, ctx.actor, ctx.clock.today())
})

export const action = submitAny({ audience: 'staff', action: 'course.manage' }, messages, {
  complete: intent({
    action: 'course.complete',
    schema: CompleteCourseForm,
    run: ({ ctx, input, params }) => completeCourse(ctx, { ...input, courseId: params.courseId ?? '' }),
    done: ({ value, asked }) => ({
      to: `/desk/courses/${asked.params.courseId}`,
      flash: `修了を決めました。修了 ${value.completed}人、修了せず ${value.notCompleted}人。`,
    }),
  }),
  issue: intent({
    action: 'certificate.issue',
    schema: IssueCertificatesForm,
    run: ({ ctx, input, params }) => issueCertificates(ctx, { ...input, courseId: params.courseId ?? '' }),
    done: ({ value, asked }) => ({
      to: `/desk/courses/${asked.params.courseId}`,
      flash: `${value.issued}人に修了証書を出し、メールでお知らせしました。`,
    }),
  }),
})

export default function Course() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm<{ seen: string }>({ lastResult: returned?.lastResult })
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary form={form} />
      <Crumb items={[{ label: '研修の一覧', href: '/desk/courses' }, { label: view.title }]} />
      <PageHead
        title={view.title} chip={<Chip kind={view.chip}>{view.state}</Chip>} sub={view.sub}
        primary={view.todayHref ? <ButtonFill href={view.todayHref}>きょうの出席をつける</ButtonFill> : null}
      />
      <Brief {...view.brief} />
      <div className="mt-4">
        {view.complete ? <CompleteCourse view={view} act={view.complete} formKey={formKey} field={fields.seen} /> : null}
        {view.issue ? <IssueCertificates view={view} count={view.issue.count} formKey={formKey} /> : null}
      </div>
      <DeskSection title="申込みから登録の同意まで"><PathFigure blocks={view.path} /></DeskSection>
      <div className="mt-4"><PanelSoft>
        <p>
          <b>登録に同意しなくても、修了は修了です。</b>同意は、名簿を渡す市町村を説明したあとに、ご本人が決めます。
          同意していない人の情報は、研修の外には出ません。<Clause>要領 第3-2(2)イ、第3-2(3)ア</Clause>
        </p>
      </PanelSoft></div>
      <CoursePeople view={view} />
      <CourseSessions view={view} />
    </Desk>
  )
}
