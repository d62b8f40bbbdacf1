import type { FieldLike } from '#app/ui/form/field.ts'
import { CheckboxGroup, HiddenFields, LATER, RadioGroup, TextArea, TextField } from '#app/ui/form.ts'

/** The second page as typed. */
export type ContactTyped = {
  ways: string[]
  phoneWish: string
  phone: string
  callTimes: string[]
  voicemail: string
  senderName: string
  familyMayKnow: string
  address: string
  care: string
  registerWish: string
}

type Fields = Record<keyof ContactTyped, FieldLike>

/** What the second page carries besides its fields. */
export function ContactHidden({ formKey }: { formKey: string }) {
  return <HiddenFields formKey={formKey} />
}

/** 連絡の方法: no telephone is a full answer, and so is answering later. */
export function ContactFields({ fields }: { fields: Fields }) {
  return (
    <>
      <CheckboxGroup
        field={fields.ways} label="連絡してもよい方法" required support="いくつ選んでもかまいません。"
        options={[
          { value: 'mail', label: 'メール' },
          { value: 'post', label: '郵送', note: '団体の名前のない封筒で送ります' },
          { value: 'sms', label: 'ショートメッセージ（SMS）' },
        ]}
      />
      <TextField field={fields.address} label="郵送先の住所" required={false} autoComplete="street-address" support="郵送を選んだときだけ、書いてください。" />
      <RadioGroup
        field={fields.phoneWish} label="電話のこと" required
        options={[{ value: 'none', label: '電話は希望しない' }, { value: 'ok', label: '電話をかけてもよい' }]}
      />
      <TextField
        field={fields.phone} label="電話番号" required={false} type="tel" inputMode="tel" autoComplete="tel" width="m"
        support="電話かショートメッセージを選んだときだけ、書いてください。"
      />
      <CheckboxGroup
        field={fields.callTimes} label="電話の都合のよい時間帯" required={false} support="選ばなければ、いつでもよいと受け取ります。"
        options={[
          { value: 'morning', label: '午前（9時〜12時）' },
          { value: 'afternoon', label: '午後（12時〜17時）' },
          { value: 'evening', label: '夕方（17時〜20時）' },
        ]}
      />
      <RadioGroup
        field={fields.voicemail} label="留守番電話に、伝言を残してよいですか" required={false}
        options={[{ value: 'yes', label: '残してよい' }, { value: 'no', label: '残さないでほしい' }, LATER]}
      />
      <RadioGroup
        field={fields.senderName} label="電話や手紙での名乗り方" required={false}
        options={[{ value: 'office', label: '役所の名前でよい' }, { value: 'personOnly', label: '担当の名前だけにしてほしい' }, LATER]}
      />
      <RadioGroup
        field={fields.familyMayKnow} label="ご家族に知られてもかまいませんか" required={false}
        options={[{ value: 'yes', label: 'かまわない' }, { value: 'no', label: '知られたくない' }, LATER]}
      />
      <TextArea field={fields.care} label="参加するときに、あると助かること" required={false} support="例：出入口に近い席、手話通訳。ほかの参加者には知らせません。" />
      <RadioGroup
        field={fields.registerWish} label="研修のあと、サポーターの登録を考えていますか" required={false}
        support="今の気持ちでかまいません。受講が決まるかどうかには、関係ありません。"
        options={[{ value: 'yes', label: '考えている' }, { value: 'no', label: '考えていない' }, LATER]}
      />
    </>
  )
}
