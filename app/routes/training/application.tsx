import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decideApplication } from '#app/features/training/commands/decide-application.server.ts'
import { AcceptForm, DeclineForm, WaitlistForm } from '#app/features/training/forms.ts'
import { messages } from '#app/features/training/messages.ts'
import { presentApplication } from '#app/features/training/presenter/desk-application.ts'
import { getApplication } from '#app/features/training/queries/application.server.ts'
import { DecideBox } from '#app/features/training/ui/decide-box.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { breakable, Brief, Chip, Cols, Crumb, DeskSection, Dl, PageHead, RulesBox, TimeLine } from '#app/ui/desk.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '申込み｜研修担当' }]

export const loader = page({ audience: 'staff', action: 'application.view' }, async ({ ctx, params }) => {
  const facts = await getApplication(ctx, params.applicationId ?? '')
  return facts && presentApplication(facts, ctx.actor, ctx.clock.today())
})

function back(flash: string) {
  return ({ asked }: { asked: { params: Record<string, string | undefined> } }) => ({
    to: `/desk/applications/${asked.params.applicationId}`,
    flash,
  })
}

export const action = submitAny({ audience: 'staff', action: 'application.decide' }, messages, {
  accept: intent({
    schema: AcceptForm,
    run: ({ ctx, input, params }) => decideApplication(ctx, { ...input, applicationId: params.applicationId ?? '', decision: 'accept' }),
    done: back('受講を決め、ご本人にメールでお知らせしました。'),
  }),
  waitlist: intent({
    schema: WaitlistForm,
    run: ({ ctx, input, params }) => decideApplication(ctx, { ...input, applicationId: params.applicationId ?? '', decision: 'waitlist' }),
    done: back('順番待ちにしました。ご本人は、マイページで見られます。'),
  }),
  decline: intent({
    schema: DeclineForm,
    run: ({ ctx, input, params }) => decideApplication(ctx, { ...input, applicationId: params.applicationId ?? '', decision: 'decline' }),
    done: back('見送りを決め、理由といっしょに、ご本人にメールでお知らせしました。'),
  }),
})

export default function Application() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm<{ reason: string }>({ lastResult: returned?.lastResult })
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary form={form} />
      <Crumb items={[{ label: '研修の一覧', href: '/desk/courses' }, { label: view.course.title, href: view.course.href }, { label: '申込み' }]} />
      <PageHead title={`${view.name}さんの申込み`} no={view.receipt} chip={<Chip kind={view.chip}>{view.state}</Chip>} />
      <Brief {...view.brief} />
      <Cols shape="right-372">
        <div>
          <DeskSection title="申込みの内容"><Dl items={view.facts.map(breakable)} /></DeskSection>
          <DeskSection title="これまで"><TimeLine items={view.history} /></DeskSection>
        </div>
        <div>
          <RulesBox rules={view.rules} />
          {view.decide ? <DecideBox view={view} decide={view.decide} formKey={formKey} reason={fields.reason} /> : null}
        </div>
      </Cols>
    </Desk>
  )
}
