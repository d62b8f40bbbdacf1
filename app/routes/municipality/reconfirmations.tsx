import type { MetaFunction } from '@remix-run/node'
import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askAgain } from '#app/features/roster/commands/ask-again.server.ts'
import { recordAnswer } from '#app/features/roster/commands/record-answer.server.ts'
import { AskForm, RecordAnswerForm } from '#app/features/roster/forms.ts'
import { messages } from '#app/features/roster/messages.ts'
import { presentAnswers } from '#app/features/roster/presenter/answers.ts'
import { getAnswerBoard } from '#app/features/roster/queries/answers.server.ts'
import { AnswerTable, AskPanel, RecordPanel } from '#app/features/roster/ui/answer-board.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { Brief, PageHead, Refusal } from '#app/ui/desk.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '意向の再確認｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'reconfirmation.view' }, async ({ ctx, url }) => {
  const board = await getAnswerBoard(ctx)
  return board && presentAnswers(board, url.searchParams.get('state'))
})

export const action = submitAny({ audience: 'staff', action: 'reconfirmation.view' }, messages, {
  ask: intent({
    schema: AskForm,
    action: 'reconfirmation.ask',
    run: ({ ctx, input }) => askAgain(ctx, input),
    done: ({ value }) => ({ to: '/desk/reconfirmations', flash: `${value.asked}人に、メールでおたずねしました。` }),
  }),
  record: intent({
    schema: RecordAnswerForm,
    action: 'reconfirmation.record',
    run: ({ ctx, input }) => recordAnswer(ctx, input),
    done: () => ({ to: '/desk/reconfirmations', flash: 'お返事を記録しました。' }),
  }),
})

export default function Screen() {
  const { view, frame, flash, formKey } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const only = (name: string) => (returned?.intent === name ? returned.lastResult : undefined)
  const [ask, askFields] = useForm({ id: 'ask', lastResult: only('ask'), defaultValue: { dueOn: view.dueDefault } })
  const [record, recordFields] = useForm({ id: 'record', lastResult: only('record') })
  const failed = [ask, record].find((form) => form.status === 'error')
  return (
    <Desk frame={frame} flash={flash}>
      {failed ? <ErrorSummary form={failed} /> : null}
      <PageHead title="意向の再確認" sub="今年度も活動してよいかを、一人ずつもう一度おたずねします。「活動できる」と答えた方だけを、候補に選べます。" />
      <Brief
        due={null}
        promised={{ text: 'ことわる理由は聞かない', note: 'どの答えも同じあつかい' }}
        next={view.toAccept > 0
          ? { text: '届いた名簿の決まりを受け入れる' }
          : view.canAsk ? { text: `${view.notAsked}人におたずねする` } : null}
      />
      {view.planning ? (
        <Refusal title="まだ、おたずねできません" clause={{ label: '要領 第3-3(2)イ' }}
          can={[{ text: '名簿を見る', note: '受け取った名簿から' }, { text: '派遣を始める準備をする', note: '始めると、この画面でおたずねできます' }]}>
          <p>{view.planning}</p>
        </Refusal>
      ) : null}
      {view.canAsk ? <AskPanel field={askFields.dueOn!} id={ask.id} formKey={formKey} count={view.notAsked} /> : null}
      <AnswerTable view={view} />
      {view.toRecord.length > 0 ? <RecordPanel view={view} id={record.id} fields={recordFields} formKey={formKey} /> : null}
    </Desk>
  )
}
