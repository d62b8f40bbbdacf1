import { expect, type Page } from '@playwright/test'
import { linkIn, newestMail, onPhone, staffAt } from '../people.ts'
import { applicant, pathOf, type Story } from './cast.ts'

const client = 'ひなたぼっこさん'

/** 6 A case with a household, two contacts, a hearing sheet, the wish, the card, the consent on the card. */
export async function openCase(story: Story): Promise<void> {
  const page = await staffAt(story.browser, 'coordinator')
  await page.goto('/desk/cases/new')
  await page.getByLabel(/世帯の呼び名/).fill(client)
  await page.getByLabel(/^呼び名/).first().fill('ひなた')
  await page.getByRole('button', { name: 'ケースを開く' }).click()
  await expect(page.getByRole('heading', { name: new RegExp(client) })).toBeVisible()
  story.addresses.case = pathOf(page)
  for (const said of ['母から電話。「手紙なら読むと思います」', '説明の手紙を送り、母から返事があった']) {
    await page.goto(`${story.addresses.case}/contacts/new`)
    await page.getByLabel(/かかった時間/).fill('15')
    await page.getByRole('checkbox', { name: '母', exact: true }).check()
    await page.getByRole('checkbox', { name: '電話', exact: true }).check()
    await page.getByRole('radio', { name: '話せた' }).check()
    await page.getByRole('radio', { name: '相談', exact: true }).check()
    await page.getByLabel(/聞いたこと/).fill(said)
    await page.getByLabel(/つぎの一歩/).fill('手紙を送る')
    await page.getByRole('button', { name: '保存して終える' }).click()
    await expect(page).toHaveURL(new RegExp(`${story.addresses.case}$`))
  }
  await hear(story, page)
  await wish(story, page)
}

export async function hear(story: Story, page: Page): Promise<void> {
  await page.goto(`${story.addresses.case}/hearing/new`)
  await page.getByLabel(/ご本人の言葉/).fill('いまは、家にいるのがいちばん楽です。')
  await page.getByRole('radio', { name: 'どちらかといえばほしい' }).check()
  await page.getByLabel(/聞き取った人/).fill('例田、実川の2人')
  await page.getByLabel(/^状態/).selectOption({ index: 2 })
  await page.getByRole('button', { name: 'シートを記録する' }).click()
  await expect(page).toHaveURL(new RegExp(`${story.addresses.case}$`))
}

export async function wish(story: Story, page: Page): Promise<void> {
  await page.goto(`${story.addresses.case}/requests/new`)
  await page.getByRole('radio', { name: /^本人/ }).check()
  await page.getByRole('checkbox', { name: /ひなた/ }).check()
  await page.getByLabel(/^目的/).fill('親以外の人と、つながりを一つ持つこと')
  await page.getByLabel(/いまよい会い方/).selectOption('ドア越し')
  await page.getByLabel(/^あたり/).fill('北区')
  await page.getByRole('button', { name: '希望を受け付ける' }).click()
  await expect(page.getByText(/R8-HK-\d{5}-\d/).first()).toBeVisible()
  story.addresses.request = pathOf(page)
  await refusedBeforeConsent(story)
  await page.getByRole('button', { name: 'カードをつくる' }).first().click()
  const card = await page.locator('main').innerText()
  story.client = await onPhone(story.browser)
  await story.client.goto(linkIn(card))
  await expect(story.client).toHaveURL(/\/card$/)
  await story.client.getByRole('link', { name: /お返事をする/ }).click()
  await story.client.getByRole('button', { name: 'さがし始めてよいです' }).click()
  await expect(story.client.getByText('受け取りました').first()).toBeVisible()
}

/** 7 (first half) Before the consent the search refuses, with the clause. */
async function refusedBeforeConsent({ browser, addresses }: Story): Promise<void> {
  const officer = await staffAt(browser, 'aobaDispatch')
  await officer.goto(`${addresses.request}/candidates`)
  await expect(officer.getByText('まだサポーターを探せません')).toBeVisible()
  await expect(officer.getByText(/第3-3\(3\)イ/).first()).toBeVisible()
  await expect(officer.getByRole('button', { name: '候補を出す' })).toBeHidden()
}

/** 7 After it candidates appear with reasons; one is sounded out without identity and shows interest. */
export async function soundOut(story: Story): Promise<void> {
  const officer = await staffAt(story.browser, 'aobaDispatch')
  await officer.goto(`${story.addresses.request}/candidates`)
  await officer.getByRole('button', { name: '候補を出す' }).click()
  await officer.getByRole('checkbox', { name: new RegExp(applicant.workingName) }).check()
  await officer.getByRole('button', { name: '打診の文面を確かめる' }).click()
  await officer.getByRole('button', { name: '1人に打診を送る' }).click()
  const mail = await newestMail(applicant.email, 'ご相談')
  expect(mail.text).not.toContain('ひなた')
  await story.supporter.goto('/my')
  await story.supporter.getByRole('link', { name: 'ご相談を読む' }).click()
  await story.supporter.waitForURL(/\/my\/proposals\//)
  expect(await story.supporter.locator('main').innerText()).not.toContain('ひなた')
  story.addresses.proposal = pathOf(story.supporter)
  await story.supporter.getByRole('button', { name: '興味があります' }).click()
  await expect(story.supporter.getByText('「興味があります」を受け取りました')).toBeVisible()
}
