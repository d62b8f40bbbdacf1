import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'

/**
 * Fetches the PDF behind a link as its reader, waiting until it has been drawn.
 * @returns its text, as a reader could select it
 */
export async function savedPdf(page: Page, link: Locator): Promise<string> {
  const href = await link.getAttribute('href')
  if (!href) throw new Error('a link without an address')
  let body = Buffer.alloc(0)
  await expect
    .poll(async () => {
      const response = await page.request.get(href)
      body = Buffer.from(await response.body())
      return response.status() === 200 && body.subarray(0, 5).toString() === '%PDF-'
    }, { timeout: 20_000 })
    .toBe(true)
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'yorisoi-pdf-')), 'document.pdf')
  writeFileSync(file, body)
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
}
