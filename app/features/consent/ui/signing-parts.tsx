import { CheckboxField, TextField } from '#app/ui/form.ts'
import type { FieldLike } from '#app/ui/form/field.ts'
import { More, Path, RowLink } from '#app/ui/phone.ts'

/** The paper way in three steps, from the printer to the office. */
export function PaperSteps({ pdfHref }: { pdfHref: string }) {
  return (
    <section className="mt-10">
      <h2 className="head">紙で署名するとき</h2>
      <Path
        steps={[
          {
            when: '印刷する、または受け取る',
            what: <RowLink href={pdfHref}>同意書 兼 誓約書を開く（PDF）</RowLink>,
            note: 'のせるものには、画面で選んだとおりに印がついています。印刷できないときは、担当に言ってください。紙をお送りします。',
          },
          { when: 'お名前と日にちを書く', what: '印かんはいりません。' },
          { when: '届ける', what: '写真、郵送、窓口、研修の会場のどれでもかまいません。' },
        ]}
      />
    </section>
  )
}

/** Somebody else writes: who, how they stand to each other, and why (代筆). */
export function ProxyFields({ fields }: { fields: Record<string, FieldLike | undefined> }) {
  const { byProxy, proxyName, proxyRelation, proxyReason } = fields
  const asked = [byProxy, proxyName, proxyRelation, proxyReason]
  const open = asked.some((field) => field?.errors?.length) || Boolean(byProxy?.initialValue)
  if (!byProxy || !proxyName || !proxyRelation || !proxyReason) return null
  return (
    <div className="mt-6">
      <More title="手で書くのがむずかしいとき" open={open}>
        <p>代わりの方に、あなたのお名前を書いてもらうこともできます。そのときは、次のことも残します。</p>
        <CheckboxField field={byProxy} label="代わりの方が書きました" />
        <TextField field={proxyName} label="書いた方のお名前" required={null} autoComplete="off" />
        <TextField field={proxyRelation} label="あなたとの関係" required={null} support="例：姉、ヘルパー" autoComplete="off" />
        <TextField field={proxyReason} label="代わりに書いた理由" required={null} support="例：手にけがをしているため" autoComplete="off" />
      </More>
    </div>
  )
}
