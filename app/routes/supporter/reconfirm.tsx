import type { MetaFunction } from '@remix-run/node'
import { useForm } from '@conform-to/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerQuestion } from '#app/features/roster/commands/answer-question.server.ts'
import { AnswerForm } from '#app/features/roster/forms.ts'
import { messages } from '#app/features/roster/messages.ts'
import { presentQuestion, presentThanks } from '#app/features/roster/presenter/answers.ts'
import { getAskedQuestion } from '#app/features/roster/queries/answers.server.ts'
import { QuestionForm } from '#app/features/roster/ui/question-form.tsx'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { Lead, Prose, Title } from '#app/ui/phone.ts'
import { PublicPage } from '#app/ui/shell/phone.tsx'

const purpose = 'reconfirmation.answer'

export const meta: MetaFunction = () => [{ title: '今年度の確認｜よりそい' }]

const asking = page({ audience: 'link', action: 'reconfirmation.answer', purpose }, async ({ ctx }) => {
  const question = await getAskedQuestion(ctx)
  return question && { question: presentQuestion(question), thanks: null }
})

const thanking = page({ audience: 'public', action: 'reconfirmation.thanks' }, async ({ url }) => ({
  question: null,
  thanks: presentThanks(url.searchParams.get('answered')),
}))

/** The link is used up with the answer, so what is said afterwards stands on a page that needs none. */
export function loader(args: LoaderFunctionArgs) {
  return new URL(args.request.url).searchParams.has('answered') ? thanking(args) : asking(args)
}

export const action = submit({ audience: 'link', action: 'reconfirmation.answer', purpose }, messages, {
  schema: AnswerForm,
  run: ({ ctx, input }) => answerQuestion(ctx, input),
  done: ({ value }) => ({ to: `/reconfirm?answered=${value.answer}` }),
})

export default function Screen() {
  const { view, flash, formKey } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm({ lastResult: returned?.lastResult })
  if (view.thanks) {
    return (
      <PublicPage flash={flash} help={null}>
        <Title>お返事を受け取りました</Title>
        <Prose><p>{view.thanks.text}</p><p>変えたくなったときは、おたずねのメールに書いてある窓口に、メールか電話で知らせてください。</p></Prose>
      </PublicPage>
    )
  }
  return (
    <PublicPage flash={flash} help={view.question.help}>
      <ErrorSummary form={form} />
      <Title over={`${view.question.bodyName}から`}>今年度も活動してよいか、おたずねします</Title>
      <Lead>どれを選んでもかまいません。理由は聞きません。{view.question.until}</Lead>
      <QuestionForm id={form.id} fields={fields} choices={view.question.choices} formKey={formKey} />
    </PublicPage>
  )
}
