import { describe, expect, test } from 'vitest'
import {
  documentKinds,
  fingerprint,
  printedFingerprint,
  renderDocument,
  sha256Hex,
  verifyBytes,
} from '#templates/index.ts'
import { readPdf } from './read-pdf.ts'
import { meta, sample, samples } from './samples.ts'

describe('the bytes of a document', () => {
  test('are the same for the same data, whatever was drawn before', async () => {
    const first = new Map<string, string>()
    for (const { kind, name } of samples) {
      first.set(`${kind}/${name}`, sha256Hex((await sample(kind, name)).bytes))
    }
    for (const { kind, name, data, blank } of [...samples].reverse()) {
      if (blank) continue
      const again = await renderDocument(kind, data, meta)
      expect(sha256Hex(again.bytes), `${kind}/${name}`).toBe(first.get(`${kind}/${name}`))
    }
  })

  test('one changed byte anywhere is noticed', async () => {
    const { bytes } = await sample('rosterConsent', 'usual')
    const stored = sha256Hex(bytes)
    expect(verifyBytes(bytes, stored)).toBe(true)
    const step = Math.max(1, Math.floor(bytes.length / 400))
    for (let at = 0; at < bytes.length; at += step) {
      for (const bit of [1, 0x80]) {
        const changed = Uint8Array.from(bytes)
        changed[at]! ^= bit
        expect(sha256Hex(changed)).not.toBe(stored)
        expect(verifyBytes(changed, stored)).toBe(false)
      }
    }
  })

  test('something put behind the end, cut off, or an empty file is noticed', async () => {
    const { bytes } = await sample('agreedPlan', 'usual')
    const stored = sha256Hex(bytes)
    expect(verifyBytes(Uint8Array.from([...bytes, 10]), stored)).toBe(false)
    expect(verifyBytes(bytes.subarray(0, bytes.length - 1), stored)).toBe(false)
    expect(verifyBytes(new Uint8Array(), stored)).toBe(false)
    for (const wrong of ['', 'zz', stored.slice(1), stored.toUpperCase()]) {
      expect(verifyBytes(bytes, wrong)).toBe(false)
    }
  })
})

describe('the content fingerprint', () => {
  const { usual } = documentKinds.agreedPlan.samples

  test('is that of the data alone, not of date, number or check code', async () => {
    const one = await renderDocument('agreedPlan', usual, meta)
    const others = { ...meta, no: '第R8-0099号', checkCode: 'AAAA-BBBB-CCCC' }
    const other = await renderDocument('agreedPlan', usual, others)
    expect(one.fingerprint).toBe(fingerprint(usual))
    expect(other.fingerprint).toBe(one.fingerprint)
    expect(sha256Hex(other.bytes)).not.toBe(sha256Hex(one.bytes))
  })

  test('changes with every single word', () => {
    const changed = { ...usual, plan: { ...usual.plan!, purpose: `${usual.plan!.purpose}。` } }
    expect(fingerprint(changed)).not.toBe(fingerprint(usual))
    expect(printedFingerprint(fingerprint(usual))).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/)
  })

  test('a tab or a line end in a one-line field is printed as a space, a split voicing mark joined', async () => {
    const typed = { ...usual, clientName: 'か\u3099く\tさん\nより' }
    const { bytes, missing } = await renderDocument('agreedPlan', typed, meta)
    const { text } = await readPdf(bytes)
    expect(missing).toEqual([])
    expect(text).toContain('がく さん')
    expect(text).not.toContain('\uFFFD')
  })

  test('data that does not fit the form is refused', async () => {
    const tooLong = { ...usual, clientName: '長'.repeat(481) }
    await expect(renderDocument('agreedPlan', tooLong, meta)).rejects.toThrow()
    await expect(renderDocument('agreedPlan', { ...usual, extra: 1 } as typeof usual, meta)).rejects.toThrow()
    await expect(renderDocument('agreedPlan', usual, { ...meta, checkCode: 'not a code' })).rejects.toThrow()
  })
})
