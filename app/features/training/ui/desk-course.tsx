import type { FormMetadata } from '@conform-to/react'
import { Brief, ButtonFill, Chip, Clause, Crumb, DeskSection, PageHead, PanelSoft } from '#app/ui/desk.ts'
import type { FieldLike } from '#app/ui/form/field.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import type { DeskCourseView } from '../views.ts'
import { CompleteCourse, IssueCertificates } from './course-acts.tsx'
import { CoursePeople, CourseSessions } from './course-tables.tsx'
import { PathFigure } from './path-figure.tsx'

/** One course at the desk: what is due, what can be decided, how far everybody is. */
export function DeskCourse({ view, form, seen, formKey }: {
  view: DeskCourseView
  form: Pick<FormMetadata, 'id' | 'allErrors'>
  seen: FieldLike
  formKey: string
}) {
  return (
    <>
      <ErrorSummary form={form} />
      <Crumb items={[{ label: '研修の一覧', href: '/desk/courses' }, { label: view.title }]} />
      <PageHead
        title={view.title} chip={<Chip kind={view.chip}>{view.state}</Chip>} sub={view.sub}
        primary={view.todayHref ? <ButtonFill href={view.todayHref}>きょうの出席をつける</ButtonFill> : null}
      />
      <Brief {...view.brief} />
      <div className="mt-4">
        {view.complete ? <CompleteCourse view={view} act={view.complete} formKey={formKey} field={seen} /> : null}
        {view.issue ? <IssueCertificates view={view} count={view.issue.count} formKey={formKey} /> : null}
      </div>
      <DeskSection title="申込みから登録の同意まで"><PathFigure blocks={view.path} /></DeskSection>
      <div className="mt-4">
        <PanelSoft>
          <p>
            <b>登録に同意しなくても、修了は修了です。</b>
            同意は、名簿を渡す市町村を説明したあとに、ご本人が決めます。同意していない人の情報は、研修の外には出ません。
            <Clause>要領 第3-2(2)イ、第3-2(3)ア</Clause>
          </p>
        </PanelSoft>
      </div>
      <CoursePeople view={view} />
      <CourseSessions view={view} />
    </>
  )
}
