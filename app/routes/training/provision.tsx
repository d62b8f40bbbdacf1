import type { MetaFunction } from '@remix-run/node'
import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deliverProvision } from '#app/features/roster/commands/deliver-provision.server.ts'
import { reissueList } from '#app/features/roster/commands/reissue-list.server.ts'
import { DeliverForm, ReissueForm } from '#app/features/roster/forms.ts'
import { messages } from '#app/features/roster/messages.ts'
import { presentProvision } from '#app/features/roster/presenter/provisions.ts'
import { getProvision } from '#app/features/roster/queries/provisions.server.ts'
import { GivenList, LeftOut } from '#app/features/roster/ui/given-provision.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { Brief, Chip, Clause, Cols, Crumb, DeskSection, FiveFacts, Help, List, PageHead, PanelSoft } from '#app/ui/desk.ts'
import { ErrorSummary, HiddenFields, SubmitButton } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: 'お渡しの内容｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'provision.view' }, async ({ ctx, params }) => {
  const facts = await getProvision(ctx, params.provisionId ?? '')
  return facts && presentProvision(facts)
})

export const action = submitAny({ audience: 'staff', action: 'provision.view' }, messages, {
  deliver: intent({
    schema: DeliverForm,
    action: 'provision.deliver',
    run: ({ ctx, input, params }) => deliverProvision(ctx, { provisionId: params.provisionId ?? '', ...input }),
    done: ({ value, asked }) => ({
      to: `/desk/provisions/${asked.params.provisionId}`,
      flash: `${value.people}人分を渡しました。受け取る市町村に、メールで知らせました。`,
    }),
  }),
  reissue: intent({
    schema: ReissueForm,
    action: 'provision.deliver',
    run: ({ ctx, params }) => reissueList(ctx, { provisionId: params.provisionId ?? '' }),
    done: ({ asked }) => ({ to: `/desk/provisions/${asked.params.provisionId}`, flash: '名簿提供書をつくり直しました。' }),
  }),
})

export default function Screen() {
  const { view, frame, flash, formKey } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form] = useForm({ lastResult: returned?.lastResult })
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary form={form} />
      <Crumb items={[{ label: '市町村へのお渡し', href: '/desk/provisions' }, { label: 'お渡しの内容' }]} />
      <PageHead title={view.title} beside={view.recipient} no={view.no}
        chip={<Chip kind={view.chip.kind}>{view.chip.words}</Chip>}
        links={view.pdf ? [{ label: '名簿提供書（PDF）', href: view.pdf }] : []} />
      <Brief {...view.brief} />
      <DeskSection title="だれに、何のために、いつまで"><FiveFacts items={view.five} /></DeskSection>
      <GivenList view={view} />
      <Cols>
        <LeftOut view={view} />
        <div>
          <PanelSoft title="見る前に、受け取る側がすること">
            <List items={view.recipientDoes.map((text) => ({ text }))} />
            <Clause>要領 第3-2(2)イ、第3-3(2)イ</Clause>
          </PanelSoft>
          {view.deliver ? (
            <form method="post" className="mt-4">
              <HiddenFields formKey={formKey} version={view.deliver.version} intent="deliver" values={{ seen: view.deliver.seen }} />
              <SubmitButton>{view.recipient}に渡す</SubmitButton>
              <Help>渡す瞬間に、もう一度、全員の同意を確かめます。渡すと、{view.recipient}にメールで知らせます。</Help>
            </form>
          ) : null}
          {view.nobody ? <Help>いま渡せる方がいません。理由は左の表にあります。</Help> : null}
          {view.canReissue ? (
            <form method="post" className="mt-4">
              <HiddenFields formKey={formKey} intent="reissue" />
              <SubmitButton look="line">名簿提供書をつくり直す</SubmitButton>
              <Help>取りやめた方がいるため、前の名簿提供書は使えなくなりました。</Help>
            </form>
          ) : null}
        </div>
      </Cols>
    </Desk>
  )
}
