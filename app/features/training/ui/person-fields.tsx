import type { FieldLike } from '#app/ui/form/field.ts'
import { DateField, HiddenFields, PairField, SubmitButton, TextField } from '#app/ui/form.ts'

/** The first page as typed. */
export type PersonTyped = {
  nameWay: string
  familyName: string
  givenName: string
  familyKana: string
  givenKana: string
  wholeName: string
  wholeKana: string
  preferredName: string
  email: string
  birth: { year: string; month: string; day: string }
}

type Fields = Record<keyof Omit<PersonTyped, 'nameWay'>, FieldLike>

/** What the first page carries besides its fields. */
export function PersonHidden({ formKey, nameWay }: { formKey: string; nameWay: string }) {
  return <HiddenFields formKey={formKey} values={{ nameWay }} />
}

/** あなたのこと: the name in two fields, or in one for whom it does not divide. */
export function PersonFields({ id, fields, whole }: { id: string; fields: Fields; whole: boolean }) {
  return (
    <>
      {whole ? <WholeName fields={fields} /> : <SplitName id={id} fields={fields} />}
      <TextField
        field={fields.preferredName} label="呼び名" required={false} autoComplete="nickname" width="m"
        support="名札や、受講中の呼びかけに使います。お名前と同じなら、書かなくてかまいません。"
      />
      <DateField
        field={fields.birth} label="生まれた日" required={false} autoComplete="bday"
        support="修了証書に書きます。書かなくても、受けられます。例：1985年4月1日"
      />
      <TextField
        field={fields.email} label="メールアドレス" required type="email" inputMode="email" autoComplete="email"
        support="受付のお知らせを送ります。例：hanako@mihon.example.jp"
      />
    </>
  )
}

function pair(id: string, name: string) {
  return { id: `${id}-${name}`, descriptionId: `${id}-${name}-d`, errorId: `${id}-${name}-e` }
}

function SplitName({ id, fields }: { id: string; fields: Fields }) {
  return (
    <>
      <PairField
        field={pair(id, 'name')} label="お名前" required
        parts={[
          { field: fields.familyName, label: '姓', autoComplete: 'family-name' },
          { field: fields.givenName, label: '名', autoComplete: 'given-name' },
        ]}
        below={<SubmitButton intent="whole" look="link">姓と名に分けられないとき</SubmitButton>}
      />
      <PairField
        field={pair(id, 'kana')} label="フリガナ" required support="全角カタカナ。ひらがなでもかまいません。"
        parts={[{ field: fields.familyKana, label: 'セイ' }, { field: fields.givenKana, label: 'メイ' }]}
      />
    </>
  )
}

function WholeName({ fields }: { fields: Fields }) {
  return (
    <>
      <TextField field={fields.wholeName} label="お名前" required autoComplete="name" support="書くとおりに、そのまま入力してください。" />
      <TextField field={fields.wholeKana} label="フリガナ" required support="全角カタカナ。ひらがなでもかまいません。" />
      <SubmitButton intent="split" look="link">姓と名を分けて書くとき</SubmitButton>
    </>
  )
}
