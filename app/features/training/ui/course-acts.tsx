import type { FieldLike } from '#app/ui/form/field.ts'
import { CheckboxField, HiddenFields, SubmitButton } from '#app/ui/form.ts'
import { Look, PanelSoft } from '#app/ui/desk.ts'
import type { DeskCourseView } from '../views.ts'

/** Deciding for everybody who completed; the reason stands here while it is too early. */
export function CompleteCourse({ view, act, formKey, field }: {
  view: DeskCourseView
  act: NonNullable<DeskCourseView['complete']>
  formKey: string
  field: FieldLike
}) {
  if (!act.ready) return <PanelSoft title="修了は、まだ決められません"><p>{act.why}</p></PanelSoft>
  return (
    <Look title="修了を決められます" below action={
      <form method="post">
        <HiddenFields formKey={formKey} version={view.version} intent="complete" />
        <CheckboxField field={field} label="全員の出席を確かめました" />
        <div className="mt-4"><SubmitButton>全員の修了を決める</SubmitButton></div>
      </form>
    }>
      <p>{view.rule}決めると、研修は終わり、出席は直せなくなります。証書は、そのあとにまとめて出します。</p>
    </Look>
  )
}

/** The certificates of everybody who has none yet, in one go. */
export function IssueCertificates({ view, count, formKey }: { view: DeskCourseView; count: number; formKey: string }) {
  return (
    <Look title={`${count}人に、修了証書を出せます`} action={
      <form method="post">
        <HiddenFields formKey={formKey} version={view.version} intent="issue" />
        <SubmitButton>{count}人の修了証書を出す</SubmitButton>
      </form>
    }>
      <p>番号は続きでつきます。出すと、一人ひとりにメールでお知らせし、マイページから開けるようになります。</p>
    </Look>
  )
}
