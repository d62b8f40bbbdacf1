import { describe, expect, test } from 'vitest'
import { documentKinds, renderDocument } from '#templates/index.ts'
import { printedFingerprint } from '#templates/fingerprint.ts'
import { readPdf } from './read-pdf.ts'
import { meta, readSample, sample, samples } from './samples.ts'

describe.each(samples)('$label', ({ kind, name, blank }) => {
  test('is written whole and says what it is', async () => {
    const { pageCount, missing, simplified } = await sample(kind, name)
    const read = await readSample(kind, name)
    expect(missing).toEqual([])
    expect(simplified).toEqual([])
    expect(read.pages).toHaveLength(pageCount)
    expect(read.text).not.toContain('〓')
    expect(read.text).not.toContain('\uFFFD')
    expect(read.info.title).toContain(documentKinds[kind].title)
    expect(read.info).toMatchObject({ author: 'みどり県', subject: documentKinds[kind].edition, language: 'ja' })
  })

  test('carries number of pages, edition, check code and fingerprint on every page', async () => {
    const { pageCount, fingerprint } = await sample(kind, name)
    const { items } = await readSample(kind, name)
    for (let page = 1; page <= pageCount; page++) {
      const text = items.filter((item) => item.page === page).map((item) => item.text).join('')
      expect(text).toContain(`${page}／${pageCount}`)
      expect(text).toContain(documentKinds[kind].edition)
      if (blank) {
        expect(text).toContain('手書き用')
        expect(text).not.toContain('照合コード')
      } else {
        expect(text).toContain('照合コード K7QM-2XHD-9RTB')
        expect(text).toContain(printedFingerprint(fingerprint))
        expect(text).toContain('https://yorisoi.example.jp/check')
      }
    }
  })
})

describe('what a reader finds', () => {
  test('certificate: who, what, when, by whom', async () => {
    const { text, info } = await readSample('completionCertificate', 'usual')
    for (const words of ['修了証書', '第R8-0012号', '見本 花子', 'ミホン ハナコ', '昭和60年4月1日生', 'みどり県知事']) {
      expect(text).toContain(words)
    }
    expect(text).toContain('あなたはみどり県が行う「ひきこもりサポーター養成研修」の課程を修了したことを証します')
    expect(text).toContain('全6回　15時間30分')
    expect(info.created?.toISOString()).toBe('2026-11-20T15:00:00.000Z')
  })

  test('certificate of one day: that day alone, and as it was in the first version', async () => {
    const oneDay = documentKinds.completionCertificate.samples.oneDay!
    expect((await readSample('completionCertificate', 'oneDay')).text).toContain('研修日令和8年10月24日回数・時間')
    expect((await readSample('completionCertificate', 'usual')).text).toContain('研修期間令和8年6月6日から令和8年10月24日まで')
    const { text } = await readPdf((await renderDocument('completionCertificate', oneDay, meta, 1)).bytes)
    expect(text).toContain('研修期間令和8年10月24日から令和8年10月24日まで')
    expect(text).toContain('修了証書 第1版')
    await expect(renderDocument('completionCertificate', oneDay, meta, 9)).rejects.toThrow(RangeError)
  })

  test('consent: purpose, recipients by name, choices, explanation, signature, what it proves', async () => {
    const { text } = await readSample('rosterConsent', 'usual')
    for (const words of ['あおば市、くろまつ市', 'しらかば町', '名簿担当 試川 次郎', '令和8年11月15日10時32分']) {
      expect(text).toContain(words)
    }
    expect(text).toContain('表示した文面に対して、上記の方法・日時で署名が行われたことを記録したものです。')
    expect(text).toContain('同意は、いつでも取りやめられます。理由は必要ありません。')
    for (const claim of ['実印', '電子署名', '本人確認済']) expect(text).not.toContain(claim)
  })

  test('names in rare characters and with variation selectors come out as they were written', async () => {
    expect((await readSample('completionCertificate', 'rareCharacters')).text).toContain('髙橋 﨑子')
    expect((await readSample('completionCertificate', 'twoFonts')).text).toContain('𠮷田 葛\u{E0100}之介')
    expect((await readSample('provisionList', 'usual')).text).toContain('𠮷田 葛\u{E0100}之介')
  })

  test('plan: both sides, method and day of every agreement, how to stop', async () => {
    const { text } = await readSample('agreedPlan', 'usual')
    expect(text).toContain('好きな音楽の話を、ゆっくりできる人と知り合うこと。')
    expect(text).toContain('担当の前で、画面に署名しました。令和8年11月20日15時12分')
    expect(text).toContain('電話で内容を読み上げ、同意をうかがいました。（記録した人　派遣担当 試川 三郎）')
    expect(text).toContain('いつでも、理由を言わずに、お休みしたり、やめたりできます。')
  })

  test('incident: the people called, in order, with their times', async () => {
    const { text } = await readSample('incidentReport', 'usual')
    expect(text).toContain('あおばデスク12月5日（土）14時32分はなさん担当が受けた。')
    expect(text.indexOf('事業責任者12月5日')).toBeGreaterThan(text.indexOf('あおばデスク12月5日'))
    expect(text).toContain('保険の窓口――診断の後に連絡する。')
  })

  test('papers that go to clients and supporters do not name the condition', async () => {
    const papers = samples.filter(({ kind }) => kind === 'agreedPlan' || kind === 'incidentReport')
    for (const { kind, name } of papers) {
      const { text, info } = await readSample(kind, name)
      expect(text).not.toContain('ひきこもり')
      expect(info.title).not.toContain('ひきこもり')
    }
  })
})
