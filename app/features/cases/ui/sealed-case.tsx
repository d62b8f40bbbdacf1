import { Crumb, Chip, PageHead, Refusal } from '#app/ui/desk.ts'
import { HiddenFields, SubmitButton, TextArea } from '#app/ui/form.ts'
import type { FieldLike } from '#app/ui/form.ts'
import type { SealedCaseView } from '../views.ts'

/** Somebody else's case: why it is closed, and how to open it for an hour. */
export function SealedCase({ view, formKey, formId, reason }: { view: SealedCaseView; formKey: string; formId: string; reason: FieldLike }) {
  return (
    <>
      <Crumb items={[{ label: 'ケース', href: '/desk/cases' }, { label: `${view.alias}の世帯` }]} />
      <PageHead title={`${view.alias}の世帯`} no={`ケース ${view.no}`} chip={<Chip kind="stop">担当外</Chip>} />
      <Refusal
        title="このケースの中は、担当だけが見ます"
        clause={{ label: '要領 第2-5(1)' }}
        can={[
          { text: '担当に聞く', note: `担当：${view.inCharge}` },
          { text: '理由を書いて、60分だけ開く', note: '下に書いてください。理由と、見た記録が残ります' },
        ]}
      >
        <p>電話を受けた人が、だれの世帯かを確かめられるように、<b>番号と呼び名だけ</b>を見せています。</p>
        <p>急ぐ電話のときも、理由を書けば、すぐに開けます。</p>
      </Refusal>
      <form method="post" id={formId} noValidate className="sec">
        <HiddenFields formKey={formKey} intent="askAccess" />
        <TextArea field={reason} label="開く理由" required rows={3} support="20文字以上。例：担当が休みで、母からの電話に答えるため、前の約束を確かめる" />
        <div className="btns mt-6"><SubmitButton>60分だけ開く</SubmitButton></div>
      </form>
    </>
  )
}
