import { describe, expect, test } from 'vitest'
import { incidentReportSamples } from '#templates/incident-report/v1.sample.ts'
import { documentKinds, renderDocument } from '#templates/index.ts'
import { readPdf } from './read-pdf.ts'
import { meta, readSample, samples } from './samples.ts'
import type { DocumentKind } from '#templates/index.ts'
import type { LineItem, ReadPdf, TextItem } from './read-pdf.ts'

const MM = 72 / 25.4

describe.each(samples)('$label', ({ kind, name }) => {
  test('every character stands inside the margins of its page', async () => {
    const read = await readSample(kind, name)
    for (const item of read.items) {
      const { width, height } = read.pages[item.page - 1]!
      const where = `page ${item.page}: ${item.text}`
      expect(item.x, where).toBeGreaterThanOrEqual(20 * MM - 0.5)
      expect(item.x + item.width, where).toBeLessThanOrEqual(width - 20 * MM + 0.5)
      expect(item.y - item.size, where).toBeGreaterThanOrEqual(9 * MM)
      expect(item.y, where).toBeLessThanOrEqual(height - 10 * MM)
    }
  })

  test('no text crosses the line of a cell, and none stands on another', async () => {
    const read = await readSample(kind, name)
    const bars = read.lines.filter(({ from, to }) => from[0] === to[0] && from[1] !== to[1])
    const shown = read.items.filter((item) => item.text.trim() && item.text !== '☑' && item.text !== '☐')
    for (const item of shown) {
      const crossed = bars.filter((bar) => crosses(item, bar))
      expect(crossed, `page ${item.page}: ${item.text}`).toEqual([])
    }
    expect(overlaps(shown)).toEqual([])
  })
})

test('the forms people fill in or sign fit on two sheets, a certificate on one', async () => {
  const pages = async (kind: DocumentKind, name: string) => (await readSample(kind, name)).pages.length
  for (const name of Object.keys(documentKinds.completionCertificate.samples)) {
    expect(await pages('completionCertificate', name)).toBe(1)
  }
  for (const name of ['usual', 'paperByProxy', 'typed', 'blank']) {
    expect(await pages('rosterConsent', name)).toBe(2)
  }
  for (const name of ['usual', 'toSign', 'blank']) expect(await pages('agreedPlan', name)).toBe(2)
  for (const name of ['usual', 'blank']) expect(await pages('incidentReport', name)).toBe(2)
})

test('forty rows go over several pages, each with the head of the list and of the table', async () => {
  const read = await readSample('provisionList', 'fortyRows')
  expect(read.pages.slice(1).length).toBeGreaterThanOrEqual(4)
  read.pages.forEach(({ width, height }, i) => {
    if (i === 0) return
    const text = pageText(read, i + 1)
    expect(width).toBeGreaterThan(height)
    for (const words of ['サポーター登録名簿', '提供先　あおば市', '提供番号 第R8-0003号', '全40件', '複写禁止', 'フリガナ／氏名']) {
      expect(text).toContain(words)
    }
  })
  const numbers = read.items.filter((item) => /^R8-TR-\d{4}$/.test(item.text)).map((item) => item.text)
  expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => `R8-TR-${String(i + 1).padStart(4, '0')}`))
})

test('a long text goes on on the next page inside closed borders, without losing a character', async () => {
  const { long } = incidentReportSamples
  const read = await readPdf((await renderDocument('incidentReport', long, meta)).bytes)
  const cells = read.items.filter((item) => item.size === 10 && item.y > 18 * MM)
  const body = cells.map((item) => item.text).join('')
  const { summary, firstResponse, presentState, cause } = long.report
  for (const words of [summary, firstResponse, presentState, cause]) {
    expect(body).toContain(words)
  }
  for (let i = 1; i <= 60; i++) expect(body).toContain(`${i}　気をつけること。`)
  read.pages.slice(0, -1).forEach((_, i) => {
    const here = read.lines.filter(({ page }) => page === i + 1)
    const rules = here.filter(({ from, to }) => from[1] === to[1] && to[0] - from[0] > 400)
    const bars = here.filter(({ from, to }) => from[0] === to[0])
    const lowest = Math.max(...bars.map(({ to }) => to[1]))
    expect(rules.some(({ from }) => Math.abs(from[1] - lowest) < 0.1)).toBe(true)
  })
})

function pageText(read: ReadPdf, page: number): string {
  return read.items.filter((item) => item.page === page).map((item) => item.text).join('')
}

function crosses(item: TextItem, { page, from: [x, top], to: [, bottom] }: LineItem): boolean {
  const insideWidth = item.x + 0.5 < x && item.x + item.width - 0.5 > x
  return page === item.page && insideWidth && item.y > top && item.y - item.size * 0.7 < bottom
}

/** Pairs of texts whose boxes cover each other by more than a hair. */
function overlaps(items: readonly TextItem[]): string[] {
  const found: string[] = []
  const sorted = [...items].sort((a, b) => a.page - b.page || a.y - b.y)
  sorted.forEach((a, i) => {
    for (const b of sorted.slice(i + 1)) {
      if (b.page !== a.page || b.y - b.size * 0.7 > a.y) break
      const beside = a.x + a.width <= b.x + 0.5 || b.x + b.width <= a.x + 0.5
      if (!beside) found.push(`page ${a.page}: 「${a.text}」「${b.text}」`)
    }
  })
  return found
}
