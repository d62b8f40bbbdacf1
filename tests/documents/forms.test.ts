import { describe, expect, test } from 'vitest'
import { documentKinds, documentSchemas, renderDocument } from '#templates/index.ts'
import { rosterConsentSamples } from '#templates/roster-consent/v1.sample.ts'
import { readPdf } from './read-pdf.ts'
import { blankMeta, meta, readSample } from './samples.ts'
import type { DocumentData } from '#templates/index.ts'

const count = (text: string, sign: string) => text.split(sign).length - 1

describe('check boxes', () => {
  test('the four choices of the consent are two boxes each, one of them ticked', async () => {
    const { text } = await readSample('rosterConsent', 'usual')
    expect([count(text, '☑'), count(text, '☐')]).toEqual([4, 4])
    expect(text).toContain('電話番号☑のせる☐のせない住所☐のせる☑のせない')
  })

  test('a blank has all its boxes open', async () => {
    const consent = await readSample('rosterConsent', 'blank')
    expect([count(consent.text, '☑'), count(consent.text, '☐')]).toEqual([0, 12])
    const incident = await readSample('incidentReport', 'blank')
    expect([count(incident.text, '☑'), count(incident.text, '☐')]).toEqual([0, 13])
  })

  test('a consent printed to be signed by hand has the choices made on the screen', async () => {
    const data = { ...rosterConsentSamples.blank, chosen: { phone: true, address: false, peer: false, photo: false } }
    const { text } = await readPdf((await renderDocument('rosterConsent', data, blankMeta)).bytes)
    expect(text).toContain('電話番号☑のせる☐のせない住所☐のせる☑のせない')
  })

  test('an incident ticks its stage, its kinds and the insurance', async () => {
    const { text } = await readSample('incidentReport', 'usual')
    expect(count(text, '☑')).toBe(3)
    expect(text).toContain('☑第1報（速報）☐続報☐最終報')
    expect(text).toContain('☑けが☐体調の急な変化')
    expect((await readSample('incidentReport', 'long')).text).toContain('☑続報（第12報）')
  })
})

describe('signatures', () => {
  test('a drawn signature is drawn line by line', async () => {
    const drawn = await readSample('rosterConsent', 'usual')
    const paper = await readSample('rosterConsent', 'paperByProxy')
    const slanted = (read: typeof drawn) =>
      read.lines.filter(({ from, to }) => from[0] !== to[0] && from[1] !== to[1]).length
    expect(slanted(drawn) - slanted(paper)).toBeGreaterThan(150)
    expect(drawn.text).toContain('画面に、ご本人が書いた署名です。')
  })

  test('paper and typed names say what they are and claim no more', async () => {
    const paper = (await readSample('rosterConsent', 'paperByProxy')).text
    expect(paper).toContain('紙の書面に署名があります。原本を保管しています')
    expect(paper).toContain('代筆した人髙橋 例続柄姉')
    expect(paper).not.toContain('本人の確認')
    const typed = (await readSample('rosterConsent', 'typed')).text
    expect(typed).toContain('上記の方法・日時で記名が行われたことを記録したものです。')
    expect(typed).not.toContain('代わりに書いた場合')
  })

  test('who has not agreed yet has a line to sign on, and nothing says they agreed', async () => {
    const { text } = await readSample('agreedPlan', 'toSign')
    expect(count(text, '署名令和　　年')).toBe(3)
    expect(text).not.toContain('同意が行われたこと')
    expect(text).toContain('同意しなくても、困ることはありません。')
  })
})

describe('the provided roster', () => {
  const { usual } = documentKinds.provisionList.samples

  test('has no column for what is not provided', async () => {
    const { text } = await readSample('provisionList', 'fewColumns')
    for (const head of ['活動名', '活動できる地域', '電話番号', '住所', 'ピア']) expect(text).not.toContain(head)
    const some = (await readSample('provisionList', 'usual')).text
    expect(some).toContain('電話番号')
    expect(some).not.toContain('住所')
  })

  test('data outside its columns is refused before anything is drawn', () => {
    const entries = usual.entries.map((entry) => ({ ...entry, address: 'みどり県あおば市例町1丁目' }))
    expect(documentSchemas.provisionList.safeParse({ ...usual, entries }).success).toBe(false)
    const peer = { ...usual.entries[2]!, workingName: null, area: null }
    const peers = { ...usual, columns: ['phone'], entries: [peer] }
    expect(documentSchemas.provisionList.safeParse(peers).success).toBe(false)
  })

  test('keeps the order it was given, and shows what a person did not allow as a dash', async () => {
    const { text } = await readSample('provisionList', 'usual')
    const names = usual.entries.map((entry) => text.lastIndexOf(entry.name))
    expect(names).toEqual([...names].sort((a, b) => a - b))
    expect(text).toContain('髙橋 﨑子さきあおば市全域――')
  })

  test('names its recipient across the page without mixing into the text', async () => {
    const read = await readSample('provisionList', 'usual')
    expect(count(read.text, 'あおば市 提供')).toBe(0)
    const shapes = read.lines.filter(({ page }) => page === 2).length
    expect(shapes).toBeGreaterThan(100)
  })

  test('an empty roster is still a proper document', async () => {
    const { text } = await readSample('provisionList', 'nobody')
    expect(text).toContain('件数0件')
    expect(text).toContain('以上　0件')
    expect(text).toContain('はじめての提供です。')
  })
})

test('a call that nobody has made yet shows it with dashes, not with a gap', async () => {
  expect((await readSample('incidentReport', 'usual')).text).toContain('保険の窓口――診断の後に連絡する。')
})

test('empty optional fields leave no empty labels', async () => {
  const { text } = await readSample('rosterConsent', 'paperByProxy')
  for (const label of ['生年月日', '電話番号000', '立ち会った人なし']) expect(text).not.toContain(label)
  const certificate = (await readSample('completionCertificate', 'rareCharacters')).text
  expect(certificate).not.toContain('生令和')
  expect(certificate).not.toContain('（再交付）')
})

test('a body may print its own form number', async () => {
  const data: DocumentData<'incidentReport'> = documentKinds.incidentReport.samples.usual
  const { bytes } = await renderDocument('incidentReport', data, { ...meta, formNo: '別記様式第12号（第9条関係）' })
  const { text } = await readPdf(bytes)
  expect(text).toContain('別記様式第12号（第9条関係）')
  expect(text).not.toContain('様式第8号')
})
