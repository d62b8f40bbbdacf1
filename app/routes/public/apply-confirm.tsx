import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applicationIn, applyDraft, appliedDraft, contactIn, personIn, receiptIn } from '#app/features/training/apply-draft.ts'
import { submitApplication } from '#app/features/training/commands/submit-application.server.ts'
import { SendApplicationForm } from '#app/features/training/forms.ts'
import { messages } from '#app/features/training/messages.ts'
import { presentConfirm } from '#app/features/training/presenter/apply.ts'
import { getPublicCourse } from '#app/features/training/queries/public.server.ts'
import { ConfirmPage } from '#app/features/training/ui/apply-pages.tsx'
import { goOn } from '#app/http/answers.server.ts'
import { dropDraft, readDraft, saveDraft } from '#app/http/drafts.server.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'

export const meta: MetaFunction = () => [{ title: '内容の確認｜研修の申込み' }]

const door = { audience: 'public', action: 'application.submit' } as const

export const loader = page(door, async (asked) => {
  const courseId = asked.params.courseId ?? ''
  const facts = await getPublicCourse(asked.ctx, courseId)
  if (!facts) return null
  const typed = await readDraft(asked, applyDraft, courseId)
  const [person, contact] = [personIn(typed), contactIn(typed)]
  if (!person) return goOn(`/courses/${courseId}/apply`)
  if (!contact) return goOn(`/courses/${courseId}/apply/contact`)
  return presentConfirm(facts, person, contact, asked.ctx.clock.today()) ?? goOn(`/courses/${courseId}`)
})

export const action = submit(door, messages, {
  schema: SendApplicationForm,
  run: async (sent) => {
    const courseId = sent.params.courseId ?? ''
    const application = applicationIn(await readDraft(sent, applyDraft, courseId))
    if (application) return submitApplication(sent.ctx, { courseId, ...application })
    return receiptIn(await readDraft(sent, appliedDraft, courseId))
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
  return <ConfirmPage view={view} form={form} formKey={formKey} flash={flash} />
}
