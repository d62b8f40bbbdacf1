import type { MetaFunction } from '@remix-run/node'
import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptProvision } from '#app/features/roster/commands/accept-provision.server.ts'
import { acknowledgeRecall } from '#app/features/roster/commands/acknowledge-recall.server.ts'
import { AcceptForm, AcknowledgeForm } from '#app/features/roster/forms.ts'
import { messages } from '#app/features/roster/messages.ts'
import { presentReceived } from '#app/features/roster/presenter/received.ts'
import { getReceived } from '#app/features/roster/queries/received.server.ts'
import { AcceptTerms, PeopleTable, Recalls } from '#app/features/roster/ui/received-parts.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { Brief, Chip, Crumb, DeskSection, Dl, Help, PageHead, Tell } from '#app/ui/desk.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '受け取った名簿｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'provision.open' }, async ({ ctx, params }) => {
  const facts = await getReceived(ctx, params.provisionId ?? '')
  return facts && presentReceived(facts, ctx.actor)
})

export const action = submitAny({ audience: 'staff', action: 'provision.open' }, messages, {
  accept: intent({
    schema: AcceptForm,
    action: 'provision.accept',
    run: ({ ctx, input, params }) => acceptProvision(ctx, { provisionId: params.provisionId ?? '', version: input.version }),
    done: ({ asked }) => ({ to: `/desk/received/${asked.params.provisionId}`, flash: '決まりを受け入れました。名簿が見られます。見た記録は残ります。' }),
  }),
  acknowledge: intent({
    schema: AcknowledgeForm,
    action: 'recall.acknowledge',
    run: ({ ctx, input, params }) => acknowledgeRecall(ctx, { ...input, provisionId: params.provisionId }),
    done: ({ asked }) => ({ to: `/desk/received/${asked.params.provisionId}`, flash: '消したことを、渡した県に知らせました。' }),
  }),
})

export default function Screen() {
  const { view, frame, flash, formKey } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm({ lastResult: returned?.lastResult })
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary form={form} />
      <Crumb items={[{ label: '受け取った名簿', href: '/desk/received' }, { label: view.no }]} />
      <PageHead title="受け取った名簿" beside={view.from} no={view.no}
        chip={<Chip kind={view.isReceived ? 'done' : 'now'}>{view.isReceived ? '受け入れずみ' : '決まりの受け入れ待ち'}</Chip>}
        links={view.pdf ? [{ label: 'サポーター登録名簿（PDF）', href: view.pdf }] : []} />
      <Brief {...view.brief} />
      {view.planning ? <div className="mt-4"><Tell title="派遣は準備中です"><p>{view.planning}</p></Tell></div> : null}
      {view.accept ? <AcceptTerms terms={view.terms} letter={view.letter} version={view.accept.version} field={fields.agreed!} formKey={formKey} /> : null}
      {view.isReceived ? (
        <>
          <DeskSection title="サポーター" small={`${view.people.length}人。フリガナの順`}>
            <PeopleTable columns={view.columns} rows={view.people} empty="いま見られる方は、いません。" />
            <Help>「のせない」は、ご本人が選ばなかった項目です。この名簿を、だれがいつ開いたかは、記録に残ります。</Help>
            {view.pdfWaits ? <Help>取りやめた方がいるため、前のPDFは使えません。渡した県が、新しいPDFをつくります。</Help> : null}
          </DeskSection>
          <Recalls recalls={view.recalls} formKey={formKey} />
          <DeskSection title="名簿提供書の内容"><Dl items={view.letter} /></DeskSection>
        </>
      ) : null}
    </Desk>
  )
}
