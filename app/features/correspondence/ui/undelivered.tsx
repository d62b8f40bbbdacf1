import { DeskSection, PageHead, Table } from '#app/ui/desk.ts'
import { HiddenFields, SubmitButton } from '#app/ui/form.ts'
import type { UndeliveredView } from '../views.ts'

type Mail = UndeliveredView['mails'][number]

/** What did not leave the house: mails that did not arrive and documents that could not be drawn. */
export function Undelivered({ view, formKey }: { view: UndeliveredView; formKey: string }) {
  function retry(mail: Mail) {
    if (!mail.dead || !view.canRetry) return '—'
    return (
      <form method="post">
        <HiddenFields formKey={formKey} values={{ mailId: mail.id }} />
        <SubmitButton look="small">もう一度送る</SubmitButton>
      </form>
    )
  }
  return (
    <>
      <PageHead title="届かないお知らせ" sub="何度か送っても届かなかったメールです。あて先は、ここには出しません。" />
      <Table
        caption="届かないメール"
        narrow="two"
        rows={view.mails}
        rowKey={(mail) => mail.id}
        empty="届かなかったお知らせは、ありません。"
        columns={[
          { label: '何のお知らせか', cell: (mail) => mail.about, head: true },
          { label: '最後に送った時', cell: (mail) => mail.at, nowrap: true },
          { label: '送った回数', cell: (mail) => mail.tries, num: true },
          { label: 'わけ', cell: (mail) => mail.why },
          { label: '操作', cell: retry },
        ]}
      />
      {view.undrawn.length > 0 ? (
        <DeskSection title="つくれなかった書面" small="システムの担当に知らせてください">
          <Table
            caption="つくれなかった書面"
            narrow="two"
            rows={view.undrawn}
            rowKey={(one) => one.id}
            columns={[
              { label: '書面', cell: (one) => one.name, head: true },
              { label: '番号', cell: (one) => one.no, nowrap: true },
              { label: '日時', cell: (one) => one.at, nowrap: true },
            ]}
          />
        </DeskSection>
      ) : null}
    </>
  )
}
