import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { completeCourse } from '#app/features/training/commands/complete-course.server.ts'
import { issueCertificates } from '#app/features/training/commands/issue-certificates.server.ts'
import { CompleteCourseForm, IssueCertificatesForm } from '#app/features/training/forms.ts'
import { getDeskCourse } from '#app/features/training/queries/desk-course.server.ts'
import { messages } from '#app/features/training/messages.ts'
import { presentDeskCourse } from '#app/features/training/presenter/desk-course.ts'
import { DeskCourse } from '#app/features/training/ui/desk-course.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
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
      <DeskCourse view={view} form={form} seen={fields.seen} formKey={formKey} />
    </Desk>
  )
}
