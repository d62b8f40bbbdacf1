import { expect, type Page } from '@playwright/test'
import { linkIn, newestMail, onPhone, staffAt } from '../people.ts'
import { savedPdf } from '../pdf.ts'
import { applicant, type Story } from './cast.ts'

/** Draws something like a name into the pad. */
async function drawName(page: Page): Promise<void> {
  const pad = page.locator('.pad[aria-busy=false]')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no pad')
  for (const part of [0.2, 0.45, 0.7]) {
    await page.mouse.move(box.x + box.width * part, box.y + 40)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * part + 20, box.y + 90, { steps: 5 })
    await page.mouse.move(box.x + box.width * part + 40, box.y + 60, { steps: 5 })
    await page.mouse.up()
  }
}

/** 3 The explanation item by item, the choices, the drawn signature; the officer registers. */
export async function consent({ browser, supporter }: Story): Promise<void> {
  await supporter.goto('/my/roster')
  await supporter.getByRole('button', { name: '説明を読みはじめる' }).click()
  await supporter.getByRole('link', { name: /説明|読/ }).first().click()
  await expect(supporter.getByText(/のうち1つめ/)).toBeVisible()
  let planned = false
  while (!/\/choices$/.test(supporter.url())) {
    const at = supporter.url()
    planned ||= await supporter.getByText('しらかば町').isVisible()
    await supporter.getByRole('button', { name: '読みました。次へ' }).click()
    await supporter.waitForURL((url) => url.href !== at)
  }
  expect(planned).toBe(true)
  await supporter.getByRole('checkbox', { name: /同じような経験/ }).check()
  await supporter.getByRole('button', { name: 'この内容で次へ進む' }).click()
  await supporter.getByRole('button', { name: '署名する', exact: true }).click()
  await expect(supporter.getByRole('alert')).toBeVisible()
  await drawName(supporter)
  await supporter.getByRole('button', { name: '署名する', exact: true }).click()
  await expect(supporter.getByText('署名を受け取りました').first()).toBeVisible()
  const paper = await savedPdf(supporter, supporter.getByRole('link', { name: /同意書/ }).first())
  expect(paper).toContain('同意')

  const officer = await staffAt(browser, 'rosterOfficer')
  await officer.goto('/desk/consents')
  await officer.getByRole('link', { name: new RegExp(applicant.family) }).click()
  await officer.getByLabel(/活動名/).fill(applicant.workingName)
  await officer.getByLabel(/活動できる地域/).fill('あおば市 北区')
  await officer.getByRole('button', { name: '登録して、番号を知らせる' }).click()
  await expect(officer.getByText(/R8-TR-\d{5}-\d/).first()).toBeVisible()
  await supporter.goto('/my/roster')
  await expect(supporter.getByText(/R8-TR-\d{5}-\d/).first()).toBeVisible()
}

async function provideTo(officer: Page, body: string): Promise<void> {
  await officer.goto('/desk/provisions/new')
  await officer.getByRole('radio', { name: new RegExp(body) }).check()
  await officer.getByRole('button', { name: '準備して、中身を確かめる' }).click()
  await officer.getByRole('button', { name: `${body}に渡す` }).click()
  await expect(officer.getByRole('button', { name: `${body}に渡す` })).toBeHidden()
}

/** 4 Provided to both municipalities; terms first, then exactly the consented items; the planning one cannot dispatch. */
export async function provide({ browser, addresses }: Story): Promise<void> {
  const officer = await staffAt(browser, 'rosterOfficer')
  await provideTo(officer, 'あおば市')
  await provideTo(officer, 'しらかば町')
  for (const who of ['aobaDispatch', 'shirakabaDispatch'] as const) {
    const page = await staffAt(browser, who)
    await page.goto('/desk/received')
    await page.locator('main').getByRole('link', { name: /受け入れ|開く|第|R8/ }).first().click()
    expect(await page.locator('main').innerText()).not.toContain(applicant.family)
    await page.getByLabel(/決まりを読みました/).check()
    await page.getByRole('button', { name: '受け入れて、名簿を見る' }).click()
    await expect(page.getByText(applicant.family).first()).toBeVisible()
    const list = await savedPdf(page, page.getByRole('link', { name: /PDF/ }).first())
    expect(list).toContain('サポーター登録名簿')
    addresses[`received:${who}`] = new URL(page.url()).pathname
    await page.goto('/desk/reconfirmations')
    const asks = page.getByRole('button', { name: 'メールでおたずねする' })
    if (who === 'shirakabaDispatch') await expect(asks).toBeHidden()
    else await asks.click()
  }
}

/** 5 Asked again; answered by the mailed one-use link; only then selectable. */
export async function reconfirm({ browser }: Story): Promise<void> {
  const mail = await newestMail(applicant.email, '今年度の確認')
  const phone = await onPhone(browser)
  await phone.goto(linkIn(mail.text))
  await phone.getByRole('radio', { name: '今年度も活動できます' }).check()
  await phone.getByRole('checkbox', { name: '北区' }).check()
  for (const way of [/手紙/, /ドア越し/]) await phone.getByRole('checkbox', { name: way }).check()
  await phone.getByRole('button', { name: 'お返事を送る' }).click()
  await expect(phone.getByText('受け取りました').first()).toBeVisible()
  const again = await phone.goto(linkIn(mail.text))
  expect(again?.status()).toBe(410)
}
