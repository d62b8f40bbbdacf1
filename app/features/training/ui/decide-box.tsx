import type { FieldLike } from '#app/ui/form/field.ts'
import { HiddenFields, RadioGroup, SubmitButton } from '#app/ui/form.ts'
import { DeskSection, Note } from '#app/ui/desk.ts'
import type { DeskApplicationView } from '../views.ts'

/** The answer to an application: taking part, waiting, or not this time with a reason. */
export function DecideBox({ view, decide, formKey, reason }: {
  view: DeskApplicationView
  decide: NonNullable<DeskApplicationView['decide']>
  formKey: string
  reason: FieldLike
}) {
  return (
    <DeskSection title="返事を決める">
      <Note>{decide.waitsForMail ? 'ご本人が、まだメールのページを開いていません。受講と順番待ちは、開いたあとで決められます。' : decide.seats}</Note>
      <form method="post" className="mt-4">
        <HiddenFields formKey={formKey} version={view.version} />
        <div className="btns">
          {decide.accept ? <SubmitButton intent="accept">受講を決めて、知らせる</SubmitButton> : null}
          {decide.waitlist ? <SubmitButton intent="waitlist" look="line">順番待ちにする</SubmitButton> : null}
        </div>
      </form>
      <details className="mt-6">
        <summary><span className="link">見送るとき</span></summary>
        <form method="post" className="mt-4">
          <HiddenFields formKey={formKey} version={view.version} intent="decline" />
          <RadioGroup field={reason} label="理由" required support="この文のまま、メールでお知らせします。" options={decide.reasons} />
          <div className="mt-4"><SubmitButton look="line">見送りを決めて、知らせる</SubmitButton></div>
        </form>
      </details>
    </DeskSection>
  )
}
