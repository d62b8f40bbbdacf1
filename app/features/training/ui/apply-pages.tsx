import type { FormMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { EnterSends, ErrorSummary, HiddenFields, SubmitButton } from '#app/ui/form.ts'
import { Acts, Answers, breakable, ButtonLine, Lead, Note, Steps, Title } from '#app/ui/phone.ts'
import { PublicPage } from '#app/ui/shell/phone.tsx'
import type { ConfirmView, PublicCourseView } from '../views.ts'

interface StepProps {
  course: PublicCourseView
  form: Pick<FormMetadata, 'id' | 'allErrors'>
  flash: string | null
  at: number
  title: string
  lead: ReactNode
  back: string
  /** What the note above 「あとで続ける」 says. */
  kept: string
  hidden: ReactNode
  children: ReactNode
}

/** One step of applying: its fields, then on, back, or later. */
export function ApplyStep({ course, form, flash, at, title, lead, back, kept, hidden, children }: StepProps) {
  return (
    <PublicPage flash={flash} help={course.desk}>
      <ErrorSummary form={form} />
      <Steps of={3} at={at} />
      <Title>{title}</Title>
      <Lead>{lead}</Lead>
      <form method="post" id={form.id} noValidate>
        <EnterSends />
        {hidden}
        {children}
        <Acts>
          <SubmitButton>次へ進む</SubmitButton>
          <ButtonLine href={back}>前にもどる</ButtonLine>
        </Acts>
        <div className="mt-6">
          <Note>{kept}</Note>
          <SubmitButton intent="later" look="link">ここまで保存して、あとで続ける</SubmitButton>
        </div>
      </form>
    </PublicPage>
  )
}

/** The last step: everything once more, then sending. */
export function ConfirmPage({ view, form, formKey, flash }: {
  view: ConfirmView
  form: Pick<FormMetadata, 'id' | 'allErrors'>
  formKey: string
  flash: string | null
}) {
  const { answers, course } = view
  const days = course.facts[0]?.lines.join('、')
  return (
    <PublicPage flash={flash} help={course.desk}>
      <ErrorSummary form={form} />
      <Steps of={3} at={3} />
      <Title>内容をご確認ください</Title>
      <Lead>まだ申込みは終わっていません。いちばん下のボタンを押すと、申し込めます。</Lead>
      <Answers title="研修" items={[{ name: '研修の名前', value: course.title }, { name: '日にち', value: days }]} />
      <Answers title="あなたのこと" editHref={view.first} items={answers.person.map(breakable)} />
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
