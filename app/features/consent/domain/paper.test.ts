import { expect, test } from 'vitest'
import { checkPaper, maxPaperBytes, paperKind } from './paper.ts'

const pdf = new TextEncoder().encode('%PDF-1.7\n')
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)

test('PDF, JPEG and PNG are known by their first bytes', () => {
  expect(paperKind(pdf)).toBe('application/pdf')
  expect(paperKind(png)).toBe('image/png')
  expect(paperKind(jpeg)).toBe('image/jpeg')
})

test.each([
  ['a web page', '<!doctype html>%PDF-'],
  ['a program', 'MZ\u0000'],
  ['half a PDF mark', '%PDF'],
  ['text', 'これはPDFではありません'],
])('%s is none of them, whatever its name says', (_what, text) => {
  expect(checkPaper(new TextEncoder().encode(text))).toEqual({ refuse: 'paperKind' })
})

test('nothing, and more than 10 MB, are refused', () => {
  expect(checkPaper(new Uint8Array())).toEqual({ refuse: 'paperMissing' })
  const large = new Uint8Array(maxPaperBytes + 1)
  large.set(pdf)
  expect(checkPaper(large)).toEqual({ refuse: 'paperTooLarge' })
  expect(checkPaper(large.subarray(0, maxPaperBytes))).toEqual({ accept: 'application/pdf' })
})
