import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applyDraft, nested, personTyped, type Typed, typedOf } from '#app/features/training/apply-draft.ts'
import { ApplyPersonForm, KeepTypedForm } from '#app/features/training/forms.ts'
import { messages } from '#app/features/training/messages.ts'
import { presentPublicCourse } from '#app/features/training/presenter/public.ts'
import { getPublicCourse } from '#app/features/training/queries/public.server.ts'
import { ApplyStep } from '#app/features/training/ui/apply-pages.tsx'
import { PersonFields, PersonHidden, type PersonTyped } from '#app/features/training/ui/person-fields.tsx'
import { goOn } from '#app/http/answers.server.ts'
import { readDraft, saveDraft } from '#app/http/drafts.server.ts'
import { type Asked, page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ok, refuse } from '#app/shared/result.ts'

export const meta: MetaFunction = () => [{ title: 'あなたのこと｜研修の申込み' }]

const door = { audience: 'public', action: 'application.submit' } as const

export const loader = page(door, async (asked) => {
  const courseId = asked.params.courseId ?? ''
  const facts = await getPublicCourse(asked.ctx, courseId)
  if (!facts) return null
  const course = presentPublicCourse(facts, asked.ctx.clock.today())
  if (!course.apply) return goOn(`/courses/${courseId}`)
  const typed = await readDraft(asked, applyDraft, courseId)
  return { course, typed: nested(typed) as Partial<PersonTyped>, whole: typed?.nameWay === 'whole' }
})

/** Nothing is kept for a course that nobody can see. */
async function courseIsThere({ ctx, params }: Asked) {
  return (await getPublicCourse(ctx, params.courseId ?? '')) ? ok(null) : refuse('notFound')
}

/** Keeps what was typed beside what the other page typed. */
async function keep(asked: Asked, typed: Typed): Promise<string[]> {
  const courseId = asked.params.courseId ?? ''
  const before = await readDraft(asked, applyDraft, courseId)
  return saveDraft(asked, applyDraft, courseId, { ...before, ...typed })
}

function keepAnd(nameWay: string | null, to: (courseId: string) => { to: string; flash?: string }) {
  return intent({
    schema: KeepTypedForm,
    run: courseIsThere,
    done: async ({ asked, input }) => ({
      ...to(asked.params.courseId ?? ''),
      cookies: await keep(asked, { ...typedOf(input), ...(nameWay && { nameWay }) }),
    }),
  })
}

export const action = submitAny(door, messages, {
  send: intent({
    schema: ApplyPersonForm,
    run: courseIsThere,
    done: async ({ asked, input }) => ({
      to: `/courses/${asked.params.courseId}/apply/contact`,
      cookies: await keep(asked, personTyped(input)),
    }),
  }),
  whole: keepAnd('whole', (id) => ({ to: `/courses/${id}/apply` })),
  split: keepAnd('split', (id) => ({ to: `/courses/${id}/apply` })),
  later: keepAnd(null, (id) => ({
    to: `/courses/${id}`,
    flash: 'ここまでの入力を保存しました。30日のあいだは、この端末で続きから書けます。',
  })),
})

export default function Apply() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm<PersonTyped>({ lastResult: returned?.lastResult, defaultValue: view.typed })
  const nameWay = view.whole ? 'whole' : 'split'
  return (
    <ApplyStep
      course={view.course} form={form} flash={flash} at={1} title="あなたのこと"
      lead={`修了証書をつくるときと、ご連絡に使います。見るのは${view.course.bodyName}の研修担当だけです。`}
      back={`/courses/${view.course.id}`} kept="入力したことは、次へ進むと、この端末のために保存します。"
      hidden={<PersonHidden formKey={formKey} nameWay={nameWay} />}
    >
      <PersonFields id={form.id} fields={fields} whole={view.whole} />
    </ApplyStep>
  )
}
