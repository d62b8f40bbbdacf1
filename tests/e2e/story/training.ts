import { expect } from '@playwright/test'
import { linkIn, newestMail, onPhone, staffAt } from '../people.ts'
import { savedPdf } from '../pdf.ts'
import { applicant, type Story } from './cast.ts'

/** 1 A visitor applies on a phone, confirms by the mailed link, sets a password. */
export async function apply({ supporter: page }: Story): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: /1日のコース/ }).click()
  await page.getByRole('link', { name: /申し込む/ }).first().click()
  await page.getByRole('button', { name: '次へ進む' }).click()
  await expect(page.getByRole('alert')).toContainText('入力内容のご確認をお願いします')
  await page.getByLabel('姓', { exact: true }).fill(applicant.family)
  await page.getByLabel('名', { exact: true }).fill(applicant.given)
  await page.getByLabel('セイ', { exact: true }).fill(applicant.familyKana)
  await page.getByLabel('メイ', { exact: true }).fill(applicant.givenKana)
  await page.getByLabel(/^メールアドレス/).fill(applicant.email)
  await page.getByRole('button', { name: '次へ進む' }).click()
  await page.getByRole('checkbox', { name: /メール/ }).check()
  await page.getByRole('radio', { name: /希望しない/ }).check()
  await page.getByRole('button', { name: '次へ進む' }).click()
  await expect(page.getByText(applicant.kana)).toBeVisible()
  await page.getByRole('button', { name: 'この内容で申し込む' }).click()
  await expect(page.getByText(/R8-KJ-\d{5}-\d/)).toBeVisible()
  const mail = await newestMail(applicant.email, '')
  expect(mail.subject).not.toContain('ひきこもり')
  await page.goto(linkIn(mail.text))
  await page.getByLabel(/^パスワード/).fill(applicant.password)
  await page.getByRole('button', { name: 'パスワードを決めて、申し込む' }).click()
  await expect(page).toHaveURL(/\/my\/training/)
}

/** 2 Accepted, present at both sessions, completed, certificates in one go; anybody checks the code. */
export async function train({ browser, supporter }: Story): Promise<void> {
  const trainer = await staffAt(browser, 'trainer')
  await trainer.goto('/desk/courses')
  await trainer.getByRole('link', { name: /1日のコース/ }).click()
  const course = trainer.url()
  await trainer.getByRole('row', { name: new RegExp(applicant.family) }).getByRole('link').click()
  await trainer.getByRole('button', { name: '受講を決めて、知らせる' }).click()
  const sheets = trainer.locator('a[href^="/desk/sessions/"]')
  await trainer.goto(course)
  for (const sheet of new Set(await sheets.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))) {
    await trainer.goto(sheet)
    await trainer.getByRole('radio', { name: '出席', exact: true }).check()
    await trainer.getByRole('button', { name: '出席を保存する' }).click()
    await expect(trainer.getByText('1人の出席を保存しました。')).toBeVisible()
  }
  await trainer.goto(course)
  await trainer.getByLabel(/全員の出席を確かめました/).check()
  await trainer.getByRole('button', { name: '全員の修了を決める' }).click()
  await trainer.getByRole('button', { name: '1人の修了証書を出す' }).click()

  await newestMail(applicant.email, '修了')
  await supporter.goto('/my/training')
  const code = await supporter.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText()
  const certificate = await savedPdf(supporter, supporter.getByRole('link', { name: '修了証書を開く' }))
  expect(certificate).toContain('修了')
  expect(certificate).toContain('𠮷﨑')

  const anybody = await onPhone(browser)
  await anybody.goto('/check')
  await anybody.getByLabel(/コード/).fill(code.toLowerCase())
  await anybody.getByRole('button', { name: '照合する', exact: true }).click()
  await expect(anybody.getByText('みどり県').first()).toBeVisible()
  expect(await anybody.locator('main').innerText()).not.toContain(applicant.family)
}
