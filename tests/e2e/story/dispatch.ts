import { expect, type Page } from '@playwright/test'
import { letPass, staffAt } from '../people.ts'
import { savedPdf } from '../pdf.ts'
import { cardOf, pathOf, type Story } from './cast.ts'

async function offer(officer: Page, donts: string): Promise<void> {
  await officer.getByLabel(/回数と時間/).fill('月2回まで、30分くらい')
  await officer.getByLabel(/^場所/).fill('玄関の外')
  await officer.getByLabel(/^すること/).fill('絵はがきを届ける')
  await officer.getByLabel(/^しないこと/).fill(donts)
  await officer.getByRole('button', { name: /文面を確かめる/ }).click()
  await officer.getByRole('button', { name: 'この文面でみなさんに聞く' }).click()
  await expect(officer.getByText('みなさんにお示ししました')).toBeVisible()
}

/** 8 The plan is offered; the client agrees by card, the supporter in マイページ; a later edit is a new version. */
export async function agree(story: Story): Promise<void> {
  const officer = await staffAt(story.browser, 'aobaDispatch')
  await officer.goto(story.addresses.request ?? '')
  await officer.getByRole('button', { name: '計画をつくる' }).click()
  await officer.waitForURL(/\/plan$/)
  story.addresses.dispatch = pathOf(officer).replace(/\/plan$/, '')
  await offer(officer, '家の中には入らない')

  const client = cardOf(story)
  await client.goto('/card/plan')
  await client.getByRole('button', { name: 'この約束でよいです' }).click()
  await expect(client.getByText('まだ何も始まりません')).toBeVisible()
  await officer.goto(story.addresses.dispatch)
  await expect(officer.getByRole('button', { name: '活動を始める' })).toBeHidden()
  await story.supporter.goto('/my')
  await story.supporter.getByRole('link', { name: '計画を読む' }).click()
  await story.supporter.waitForURL(/\/my\/plans\//)
  story.addresses.plan = pathOf(story.supporter)
  await story.supporter.getByRole('button', { name: 'この約束でよいです' }).click()
  await expect(story.supporter.getByText('みなさんの同意がそろいました')).toBeVisible()

  await officer.goto(story.addresses.dispatch)
  const link = officer.getByRole('link', { name: /活動計画書/ }).first()
  story.addresses.paper = (await link.getAttribute('href')) ?? ''
  expect(await savedPdf(officer, link)).toContain('絵はがきを届ける')
  await officer.getByRole('button', { name: '活動を始める' }).click()
  await expect(officer.getByText('活動を始めました')).toBeVisible()
  await newVersion(story, officer)
}

/** A later edit is a new version that nobody has agreed to yet, while the agreed one stays in force. */
async function newVersion(story: Story, officer: Page): Promise<void> {
  await officer.goto(`${story.addresses.dispatch}/plan`)
  await offer(officer, '家の中には入らない\n連絡先を聞かない')
  await expect(officer.getByRole('row', { name: /^活動できるか できる 2人とも同意 まだ/ })).toBeVisible()
  const client = cardOf(story)
  await client.goto('/card/plan')
  await expect(client.getByText(/いまは第1版のままです/)).toBeVisible()
  await client.goto('/card')
  await expect(client.getByText('家の中には入らない')).toBeVisible()
  await expect(client.getByText('連絡先を聞かない')).toBeHidden()
}

/** Fills in the day of a visit and asks for it. */
export async function askVisit(officer: Page, story: Story, day: string): Promise<void> {
  await officer.goto(`${story.addresses.dispatch}/visits/new`)
  await officer.getByLabel(/日にち/).fill(day)
  await officer.getByRole('button', { name: '訪問の予定を入れる' }).click()
}

/** 9 (first half) Booked, held, reported in two layers, answered with advice. */
export async function visit(story: Story): Promise<void> {
  const officer = await staffAt(story.browser, 'aobaDispatch')
  await askVisit(officer, story, '2026-11-24')
  await expect(officer.getByRole('alert').first()).toContainText('保険')
  await officer.getByLabel(/保険の始まり/).fill('2026-11-01')
  await officer.getByLabel(/保険の終わり/).fill('2027-03-31')
  await officer.getByRole('button', { name: '保険を記録する' }).click()
  await expect(officer.getByText('保険を記録しました')).toBeVisible()
  await askVisit(officer, story, '2026-11-24')
  await expect(officer.getByText('訪問の予定を入れました')).toBeVisible()
  await letPass(240)
  await hold(story)
  await report(story)
  await advise(story)
}

async function hold({ supporter: page, addresses }: Story): Promise<void> {
  await page.goto('/my')
  await page.getByRole('link', { name: '訪問のページを開く' }).click()
  await page.waitForURL(/\/my\/visits\//)
  addresses.visit = pathOf(page)
  await page.getByRole('button', { name: '着きました' }).click()
  await expect(page.getByText('着いたことを、担当に伝えました')).toBeVisible()
  await letPass(25)
  await page.reload()
  await page.getByRole('button', { name: '出ました' }).click()
  await page.getByRole('button', { name: '会えました', exact: true }).click()
  await expect(page.getByText('おつかれさまでした。会えましたか')).toBeHidden()
}

async function report(story: Story): Promise<void> {
  const { supporter: page, addresses } = story
  await page.goto('/my')
  await page.getByRole('link', { name: '報告を書く' }).click()
  await page.waitForURL(/\/report$/)
  addresses.report = pathOf(page)
  await page.getByLabel(/^したこと/).fill('絵はがきを渡して、天気の話をした')
  await page.getByLabel(/気になったこと/).fill('少し疲れた様子だった')
  await page.getByRole('button', { name: '確認へ進む' }).click()
  await page.getByRole('button', { name: 'この内容で報告する' }).click()
  await expect(page.getByText('報告を受け取りました')).toBeVisible()
  const client = cardOf(story)
  await client.goto('/card/reports')
  const read = await client.locator('main').innerText()
  expect(read).toContain('絵はがきを渡して')
  expect(read).not.toContain('疲れた様子')
}

async function advise(story: Story): Promise<void> {
  const coordinator = await staffAt(story.browser, 'coordinator')
  await coordinator.goto('/desk/reports')
  await coordinator.getByRole('row', { name: /ひなたさん/ }).getByRole('link').click()
  await coordinator.waitForURL(/\/desk\/reports\//)
  story.addresses.readReport = pathOf(coordinator)
  await expect(coordinator.getByText('少し疲れた様子だった')).toBeVisible()
  await coordinator.getByLabel(/^さつきさんへ/).fill('待つことができていて、よかったです。次も短くいきましょう。')
  await coordinator.getByRole('button', { name: '助言を送る' }).click()
  await story.supporter.goto('/my/reports')
  await expect(story.supporter.getByText('待つことができていて')).toBeVisible()
}
