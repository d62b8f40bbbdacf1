import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applyDraft, appliedDraft, contactIn, personIn } from '#app/features/training/apply-draft.ts'
import { submitApplication } from '#app/features/training/commands/submit-application.server.ts'
import { SendApplicationForm } from '#app/features/training/forms.ts'
import { messages } from '#app/features/training/messages.ts'
import { presentAnswers } from '#app/features/training/presenter/apply.ts'
import { presentPublicCourse } from '#app/features/training/presenter/public.ts'
import { getPublicCourse } from '#app/features/training/queries.server.ts'
import { goOn } from '#app/http/answers.server.ts'
import { dropDraft, readDraft, saveDraft } from '#app/http/drafts.server.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ok, refuse } from '#app/shared/result.ts'
import { Acts, Answers, ButtonLine, Lead, Steps, Title } from '#app/ui/phone.ts'
import { ErrorSummary, HiddenFields, SubmitButton } from '#app/ui/form.ts'
import { PublicPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '内容の確認｜研修の申込み' }]

const door = { audience: 'public', action: 'application.submit' } as const

export const loader = page(door, async (asked) => {
  const courseId = asked.params.courseId ?? ''
  const facts = await getPublicCourse(asked.ctx, courseId)
  if (!facts) return null
  const course = presentPublicCourse(facts, asked.ctx.clock.today())
  const typed = await readDraft(asked, applyDraft, courseId)
  const [person, contact] = [personIn(typed), contactIn(typed)]
  if (!course.apply) return goOn(`/courses/${courseId}`)
  if (!person) return goOn(course.apply)
  if (!contact) return goOn(`${course.apply}/contact`)
  return { course, answers: presentAnswers(person, contact), back: `${course.apply}/contact`, first: course.apply }
})

export const action = submit(door, messages, {
  schema: SendApplicationForm,
  run: async (sent) => {
    const courseId = sent.params.courseId ?? ''
    const typed = await readDraft(sent, applyDraft, courseId)
    const [person, contact] = [personIn(typed), contactIn(typed)]
    if (person && contact) return submitApplication(sent.ctx, { courseId, person, contact })
    // Sent twice: the draft has become the application, whose receipt is still here.
    const receipt = await readDraft(sent, appliedDraft, courseId)
    return receipt ? ok({ applicationId: '', receiptNo: String(receipt.receiptNo) }) : refuse('apply.again')
  },
  done: async ({ value, asked }) => {
    const courseId = asked.params.courseId ?? ''
    const receipt = { receiptNo: value.receiptNo, at: asked.ctx.clock.now().toISOString() }
    const known = value.applicationId === ''
    const cookies = known ? [] : await saveDraft(asked, appliedDraft, courseId, receipt)
    await dropDraft(asked, applyDraft, courseId)
    return { to: `/courses/${courseId}/apply/done`, cookies }
  },
})

export default function ApplyConfirm() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form] = useForm({ lastResult: returned?.lastResult })
  const { answers, course } = view
  return (
    <PublicPage flash={flash} help={course.desk}>
      <ErrorSummary form={form} />
      <Steps of={3} at={3} />
      <Title>内容をご確認ください</Title>
      <Lead>まだ申込みは終わっていません。いちばん下のボタンを押すと、申し込めます。</Lead>
      <Answers title="研修" items={[{ name: '研修の名前', value: course.title }, { name: '日にち', value: course.facts[0]?.lines.join('、') }]} />
      <Answers title="あなたのこと" editHref={view.first} items={answers.person} />
      <Answers title="連絡の方法" editHref={view.back} items={answers.contact} />
      <form method="post" id={form.id} className="mt-12">
        <HiddenFields formKey={formKey} />
        <p>この内容を見るのは、{course.bodyName}の研修担当だけです。申し込んだあとも、やめることができます。理由はいりません。</p>
        <Acts near>
          <SubmitButton>この内容で申し込む</SubmitButton>
          <ButtonLine href={view.back}>前にもどる</ButtonLine>
        </Acts>
      </form>
    </PublicPage>
  )
}
