import { expect, test } from 'vitest'
import { checkPassword, shortest } from './password-rules.ts'

const own = { min: shortest.personal, words: ['yorisoi', 'よりそい', 'みどり県', 'hanako', '千葉 花子'] }
const staff = { ...own, min: shortest.staff }

test.each([
  ['aoi-kasa-to', 'password.tooShort'],
  ['あおい かさと ながぐつ', null],
  ['aoi-kasa-to-nagagutsu', null],
  ['a'.repeat(129), 'password.tooLong'],
  ['aaaaaaaaaaaaaaaa', 'password.common'],
  ['abababababababab', 'password.common'],
  ['1234567890123456', 'password.common'],
  ['9876543210987654', 'password.common'],
  ['password12345678', 'password.common'],
  ['QWERTYUIOP123!!!', 'password.common'],
  ['sakurasakura2026', 'password.common'],
  ['パスワード20261121!!', 'password.common'],
  ['yorisoi-2026-1', 'password.aboutYou'],
  ['hanakohanako1', 'password.aboutYou'],
  ['よりそいみどり県2026', 'password.aboutYou'],
  ['yorisoi no kasa wo sasu', null],
  ['髙﨑𠮷と三毛猫が歩いた道', null],
  ['😀😀🌧🌂👢🎈🎏🎐🎑🧩🪀🪁', null],
])('パスワード「%s」', (password, refusal) => {
  expect(checkPassword(password, own)).toBe(refusal)
})

test('職員のパスワードは、15文字から', () => {
  expect(checkPassword('aoi-kasa-nagag', staff)).toBe('password.tooShort')
  expect(checkPassword('aoi-kasa-nagagu', staff)).toBe(null)
})

test('大文字や記号を混ぜることは、求めない', () => {
  expect(checkPassword('kasa no shita no neko', own)).toBe(null)
})
