import { ButtonRow, Crumb, DeskSection, List, PageHead, Tell, TextLink } from '#app/ui/desk.ts'
import { type FieldLike, HiddenFields, RadioGroup, SubmitButton } from '#app/ui/form.ts'
import type { RecordStopView } from '../views.ts'

interface Props {
  view: RecordStopView
  id: string
  channel: FieldLike
  formKey: string
}

/** For whoever was told: how the word came, and nothing else. It stops everything, as the client's own button does. */
export function RecordStop({ view, id, channel, formKey }: Props) {
  return (
    <>
      <Crumb items={[{ label: '希望', href: '/desk/requests' }, { label: view.receiptNo, href: view.requestHref }, { label: '中止' }]} />
      <PageHead title={view.title} no={view.receiptNo} sub="ご本人やご家族から「やめたい」と聞いたときに使います。理由は聞きません。決裁はいりません。" />
      {view.stopped ? (
        <Tell title="もう止まっています"><p>中止は、すでに受け付けています。<TextLink href={view.requestHref}>希望のページへ</TextLink></p></Tell>
      ) : (
        <form method="post" id={id} className="panel" noValidate>
          <HiddenFields formKey={formKey} />
          <RadioGroup field={channel} label="どう伝わりましたか" required options={view.channels} />
          <ButtonRow><SubmitButton>中止を受け付ける</SubmitButton></ButtonRow>
        </form>
      )}
      <DeskSection title="受け付けると、すぐに">
        <List
          items={[
            { text: 'これからの訪問が、すべて取り消されます。', note: view.coming.length > 0 ? view.coming.join('、') : 'いま、予定はありません' },
            { text: 'サポーターは、この方の情報を見られなくなります。', note: 'お休みになったことだけを、メールで知らせます' },
            { text: '元にはもどせません。', note: 'また始めるときは、新しい希望として受け付けます' },
          ]}
        />
      </DeskSection>
    </>
  )
}
