import { parseWithZod } from '@conform-to/zod/v4'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactIn, contactTyped, nested, personIn, personTyped, typedOf } from './apply-draft.ts'
import { ApplyContactForm, ApplyPersonForm, AttendanceForm, DeclineForm, KeepTypedForm } from './forms.ts'

const person = {
  nameWay: 'split', familyName: '髙﨑', givenName: '𠮷子', familyKana: 'たかさき', givenKana: 'ﾖｼｺ',
  email: 'hanako@mihon.example.jp',
}

function sentences(values: Record<string, unknown>): string[] {
  const parsed = ApplyPersonForm.safeParse(values)
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)
}

test('名前は書かれたまま、フリガナは全角カタカナで受け取る', () => {
  expect(ApplyPersonForm.parse(person)).toMatchObject({
    familyName: '髙﨑', givenName: '𠮷子', familyKana: 'タカサキ', givenKana: 'ヨシコ', birth: null, preferredName: null,
  })
})

test('姓と名に分けられない人は、一つの欄で書ける', () => {
  const whole = { nameWay: 'whole', wholeName: 'Nguyễn Thị Mihon', wholeKana: 'グエン ティ ミホン', email: person.email }
  expect(ApplyPersonForm.parse(whole)).toMatchObject({ wholeName: 'Nguyễn Thị Mihon' })
})

test.each([
  [{ familyName: '見\0本' }, '使えない文字'],
  [{ familyName: '\ud800' }, '使えない文字'],
  [{ familyName: '花子😀' }, '絵文字'],
  [{ familyName: 'あ'.repeat(51) }, '50文字まで'],
  [{ familyName: 'あ'.repeat(100_000) }, '50文字まで'],
  [{ familyName: undefined }, '姓を入力してください'],
  [{ familyName: ['a', 'b'] }, '姓を入力してください'],
  [{ familyKana: '高崎' }, 'カタカナかひらがな'],
  [{ email: 'hanako@' }, '「@」の後ろ'],
  [{ email: 'a@b.example.jp,c@d.example.jp' }, '形を確かめて'],
  [{ birth: { year: '1985', month: '2', day: '30' } }, '生まれた日'],
  [{ birth: { year: '昭和60', month: '4', day: '1' } }, '生まれた日'],
  [{ birth: { year: '1985' } }, '生まれた日'],
  [{ nameWay: 'other' }, '画面を開き直して'],
])('まちがった入力 %j には、どうすればよいかを答える', (wrong, sentence) => {
  const said = sentences({ ...person, ...wrong })
  expect(said.length).toBeGreaterThan(0)
  expect(said.join()).toContain(sentence)
  expect(said.join()).not.toMatch(/不正|エラー|無効|Invalid/)
})

test('生まれた日は、全角の数字でも受け取る', () => {
  expect(ApplyPersonForm.parse({ ...person, birth: { year: '１９８５', month: '４', day: '１' } }).birth).toBe('1985-04-01')
})

test('電話を希望しない人に、電話番号を求めない', () => {
  const contact = { ways: 'mail', phoneWish: 'none' }
  expect(ApplyContactForm.parse(contact)).toMatchObject({ ways: ['mail'], phone: null, voicemail: 'later' })
  for (const wrong of [{ phoneWish: 'ok' }, { ways: ['sms'] }]) {
    const parsed = ApplyContactForm.safeParse({ ...contact, ...wrong })
    expect(parsed.error?.issues.map((issue) => issue.path.join())).toEqual(['phone'])
  }
  const post = ApplyContactForm.safeParse({ ...contact, ways: ['post'] })
  expect(post.error?.issues.map((issue) => issue.path.join())).toEqual(['address'])
})

test('下書きにしてもどすと、同じ答えになる', () => {
  const checked = ApplyPersonForm.parse({ ...person, birth: { year: '1985', month: '4', day: '1' } })
  const contact = ApplyContactForm.parse({ ways: ['mail', 'sms'], phoneWish: 'ok', phone: '０００−００００−００１１', care: '出入口に近い席' })
  const typed = { ...personTyped(checked), ...contactTyped(contact) }
  expect(personIn(typed)).toEqual(checked)
  expect(contactIn(typed)).toEqual(contact)
})

test('下書きには、この申込みの欄だけが、長すぎない形で残る', () => {
  const typed = typedOf({ familyName: 'あ'.repeat(5000), _key: 'x', role: 'admin', birth: { year: '1985', evil: 'x' }, ways: ['mail'] })
  expect(Object.keys(typed).sort()).toEqual(['birth.year', 'familyName', 'ways'])
  expect(typed.familyName).toHaveLength(2000)
  expect(nested(typed)).toMatchObject({ birth: { year: '1985' } })
})

test('どんな文字が送られても、落ちずに、受け取るか、日本語で答える', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom('', '\0', '\ud800', '😀', '__proto__', '1', 'on'))
  const names = ['nameWay', 'familyName', 'email', 'birth.year', 'birth', 'ways', 'phoneWish', 'phone', 'version', 'reason', 'status.x', 'status[0]', '__proto__.x']
  const forms = [ApplyPersonForm, ApplyContactForm, AttendanceForm, DeclineForm, KeepTypedForm]
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 12 }), fc.constantFrom(...forms), (entries, schema) => {
      const form = new FormData()
      for (const [name, value] of entries) form.append(name, value)
      const submission = parseWithZod(form, { schema, error: () => 'もう一度、入力してください' })
      if (submission.status === 'success') return
      const said = Object.values(submission.error ?? {}).flat()
      expect(said.length).toBeGreaterThan(0)
      for (const sentence of said) expect(sentence).toMatch(/[ぁ-ん]/)
    }),
    { numRuns: 200 },
  )
})

test('出席簿は、知らない言葉や受講者でない名前を受け取らない', () => {
  const id = '0192f0c1-2a00-7000-8000-000000000001'
  expect(AttendanceForm.parse({ version: '3', status: { [id]: 'madeUp' } })).toEqual({ version: 3, status: { [id]: 'madeUp' } })
  expect(AttendanceForm.safeParse({ version: '3', status: { [id]: 'sick' } }).success).toBe(false)
  expect(AttendanceForm.safeParse({ version: '3', status: { 'drop table': 'present' } }).success).toBe(false)
  expect(AttendanceForm.parse({ version: '1' }).status).toEqual({})
})
