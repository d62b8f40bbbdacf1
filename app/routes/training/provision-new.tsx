import type { MetaFunction } from '@remix-run/node'
import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { prepareProvision } from '#app/features/roster/commands/prepare-provision.server.ts'
import { PrepareProvisionForm } from '#app/features/roster/forms.ts'
import { messages } from '#app/features/roster/messages.ts'
import { presentNewProvision } from '#app/features/roster/presenter/provisions.ts'
import { getNewProvision } from '#app/features/roster/queries/provisions.server.ts'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ButtonNeutral, ButtonRow } from '#app/ui/button/buttons.tsx'
import { Clause, Cols, Crumb, Help, PageHead, PanelSoft } from '#app/ui/desk.ts'
import { CheckboxGroup, ErrorSummary, HiddenFields, RadioGroup, SubmitButton, TextArea } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'
import { Dots } from '#app/ui/words/words.tsx'

export const meta: MetaFunction = () => [{ title: 'お渡しの準備｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'provision.prepare' }, async ({ ctx }) => {
  const found = await getNewProvision(ctx)
  return found && presentNewProvision(found)
})

export const action = submit({ audience: 'staff', action: 'provision.prepare' }, messages, {
  schema: PrepareProvisionForm,
  run: ({ ctx, input }) => prepareProvision(ctx, input),
  done: ({ value }) => ({ to: `/desk/provisions/${value.provisionId}`, flash: '準備しました。まだ渡していません。中身を確かめてください。' }),
})

export default function Screen() {
  const { view, frame, flash, formKey } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm({
    lastResult: returned?.lastResult,
    defaultValue: { recipientId: '', purpose: view.purpose, items: ['workingName', 'area', 'phone'] },
  })
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary form={form} />
      <Crumb items={[{ label: '市町村へのお渡し', href: '/desk/provisions' }, { label: 'お渡しの準備' }]} />
      <PageHead title="お渡しを準備する" sub="まだ渡しません。次の画面で、だれの何を渡すかを確かめます。" />
      <Cols>
        <form method="post" id={form.id} noValidate>
          <HiddenFields formKey={formKey} />
          <RadioGroup field={fields.recipientId!} label="渡す先" required options={view.recipients} />
          {view.cannot.length > 0 ? <Help>{view.cannot.join('、')}には、今年度の派遣の予定がないため渡せません。</Help> : null}
          <TextArea field={fields.purpose!} label="何のために渡すか" required rows={3} />
          <CheckboxGroup field={fields.items!} label="渡す項目" required={false} options={view.items}
            support="登録番号、氏名、フリガナはいつも入ります。ご本人が選ばなかった項目は、その人の分だけ入りません。" />
          <div className="mt-6">
            <ButtonRow>
              <SubmitButton>準備して、中身を確かめる</SubmitButton>
              <ButtonNeutral href="/desk/provisions">やめる</ButtonNeutral>
            </ButtonRow>
          </div>
        </form>
        <PanelSoft title="受け取る側が受け入れる決まり">
          <Dots items={view.terms} />
          <Clause>要領 第3-2(2)イ、(3)ア</Clause>
        </PanelSoft>
      </Cols>
    </Desk>
  )
}
