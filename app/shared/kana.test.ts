import { expect, test } from 'vitest'
import { isKatakana, kanaSortKey, nameSearchKey, plainCode, toKatakana } from './kana.ts'

test('ひらがなも半角カナも、全角カタカナとして受け取る', () => {
  expect(toKatakana(' みほん　はなこ ')).toBe('ミホン ハナコ')
  expect(toKatakana('ﾐﾎﾝ')).toBe('ミホン')
  expect(toKatakana('コ-ノ')).toBe('コーノ')
})

test('カタカナでない字は、フリガナと見なさない', () => {
  expect(isKatakana('ミホン ハナコ')).toBe(true)
  expect(isKatakana('見本')).toBe(false)
  expect(isKatakana('')).toBe(false)
})

test('五十音の順に並ぶ', () => {
  const names = ['ヴァン', 'コオノ', 'アオキ', 'コーノ', 'コウノ']
  const sorted = [...names].sort((a, b) => (kanaSortKey(a) < kanaSortKey(b) ? -1 : 1))
  expect(sorted).toEqual(['アオキ', 'ヴァン', 'コウノ', 'コオノ', 'コーノ'])
})

test('異体字のどちらで探しても、同じ人が見つかる', () => {
  expect(nameSearchKey('髙﨑 𠮷子')).toBe(nameSearchKey('高崎吉子'))
  expect(nameSearchKey('辻\u{e0100}')).toBe(nameSearchKey('辻'))
})

test('番号は、全角でも長音でも読み取る', () => {
  expect(plainCode('０９０ー００００－０００１')).toBe('0900000-0001')
})
