import { expect, type Page } from '@playwright/test'
import { letPass, staffAt } from '../people.ts'
import { savedPdf } from '../pdf.ts'
import { pathOf, type Story } from './cast.ts'

async function writePlan(officer: Page, donts: string): Promise<void> {
  await officer.getByLabel(/^目的/).fill('親以外の人と、つながりを一つ持つこと')
  await officer.getByLabel(/期間の始まり/).fill('2026-11-24')
  await officer.getByLabel(/期間の終わり/).fill('2027-03-31')
  await officer.getByLabel(/回数と時間/).fill('月2回まで、30分くらい')
  await officer.getByLabel(/^場所/).fill('玄関の外')
  await officer.getByLabel(/^すること/).fill('絵はがきを届ける')
  await officer.getByLabel(/^しないこと/).fill(donts)
  await officer.getByLabel(/緊急のとき/).fill('あおばデスク　000-0000-0020')
  await officer.getByLabel(/見せる範囲/).fill('来る日と時刻：ご家族、サポーター')
}

async function offer(officer: Page): Promise<void> {
  await officer.getByRole('link', { name: /みなさん|文面|聞く/ }).first().click()
  await officer.getByRole('button', { name: 'この文面でみなさんに聞く' }).click()
}

/** 8 The plan is offered; the client agrees by card, the supporter in マイページ; a later edit is a new version. */
export async function agree(story: Story): Promise<void> {
  const officer = await staffAt(story.browser, 'aobaDispatch')
  await officer.goto(story.addresses.request ?? '')
  await officer.getByRole('button', { name: '計画をつくる' }).click()
  if (!pathOf(officer).endsWith('/plan')) await officer.getByRole('link', { name: /計画/ }).first().click()
  story.addresses.dispatch = pathOf(officer).replace(/\/plan$/, '')
  await writePlan(officer, '家の中には入らない')
  await officer.locator('main').getByRole('button', { name: /保存|版/ }).first().click()
  await offer(officer)

  const client = story.client
  if (!client) throw new Error('no card')
  await client.goto('/card/plan')
  await client.getByRole('button', { name: 'この約束でよいです' }).click()
  await story.supporter.goto('/my')
  await story.supporter.getByRole('link', { name: '計画を読む' }).click()
  story.addresses.plan = pathOf(story.supporter)
  await story.supporter.getByRole('button', { name: 'この約束でよいです' }).click()

  await officer.goto(story.addresses.dispatch)
  const paper = await savedPdf(officer, officer.getByRole('link', { name: /活動計画書/ }).first())
  expect(paper).toContain('絵はがきを届ける')
  await officer.getByRole('button', { name: '活動を始める' }).click()
  await newVersion(story, officer)
}

/** A later edit is a new version that nobody has agreed to yet, while the agreed one stays in force. */
async function newVersion({ addresses, client }: Story, officer: Page): Promise<void> {
  await officer.goto(`${addresses.dispatch}/plan`)
  const edit = officer.getByRole('link', { name: /直す|新しい版/ }).first()
  if (await edit.isVisible()) await edit.click()
  await writePlan(officer, '家の中には入らない\n連絡先を聞かない')
  await officer.locator('main').getByRole('button', { name: /保存|版/ }).first().click()
  await offer(officer)
  await client?.goto('/card/plan')
  await expect(client?.getByText(/いまは第1版のままです/) ?? officer.locator('nothing')).toBeVisible()
  await client?.goto('/card')
  await expect(client?.getByText('家の中には入らない') ?? officer.locator('nothing')).toBeVisible()
}

async function book(officer: Page, story: Story, day: string, from: string, to: string): Promise<void> {
  await officer.goto(`${story.addresses.dispatch}/visits/new`)
  await officer.getByLabel(/日にち/).fill(day)
  await officer.getByLabel(/始まり/).first().fill(from)
  await officer.getByLabel(/終わり/).first().fill(to)
  await officer.getByRole('button', { name: '訪問の予定を入れる' }).click()
}

async function hold(supporter: Page): Promise<void> {
  await supporter.goto('/my')
  await supporter.getByRole('link', { name: '訪問のページを開く' }).click()
  await supporter.getByRole('button', { name: '着きました' }).click()
  await letPass(20)
  await supporter.reload()
  await supporter.getByRole('button', { name: '出ました' }).click()
}

/** 9 (first half) Booked, held, reported in two layers, answered with advice. */
export async function visit(story: Story): Promise<void> {
  const officer = await staffAt(story.browser, 'aobaDispatch')
  await book(officer, story, '2026-11-24', '14:00', '14:30')
  await expect(officer.getByText(/保険/).first()).toBeVisible()
  await officer.getByLabel(/保険の始まり/).fill('2026-11-01')
  await officer.getByLabel(/保険の終わり/).fill('2027-03-31')
  await officer.getByRole('button', { name: '保険を記録する' }).click()
  await book(officer, story, '2026-11-24', '14:00', '14:30')
  await expect(officer.getByText('訪問の予定を入れました').first()).toBeVisible()
  await letPass(240)
  await hold(story.supporter)
  await story.supporter.getByRole('button', { name: /会えました|会えた/ }).first().click()
  await story.supporter.goto('/my')
  await story.supporter.getByRole('link', { name: '報告を書く' }).click()
  story.addresses.report = pathOf(story.supporter)
  await story.supporter.getByLabel(/^したこと/).fill('絵はがきを渡して、天気の話をした')
  await story.supporter.getByLabel(/気になったこと/).fill('少し疲れた様子だった')
  await story.supporter.getByRole('button', { name: '確認へ進む' }).click()
  await story.supporter.getByRole('button', { name: 'この内容で報告する' }).click()
  await story.client?.goto('/card/reports')
  const read = (await story.client?.locator('main').innerText()) ?? ''
  expect(read).toContain('絵はがきを渡して')
  expect(read).not.toContain('疲れた様子')

  const coordinator = await staffAt(story.browser, 'coordinator')
  await coordinator.goto('/desk/reports')
  await coordinator.locator('main').getByRole('link').filter({ hasText: /R8|11月24日|ひなた|さつき/ }).first().click()
  await coordinator.getByLabel(/さつき/).fill('待つことができていて、よかったです。次も短くいきましょう。')
  await coordinator.getByRole('button', { name: '助言を送る' }).click()
  await story.supporter.goto('/my/reports')
  await expect(story.supporter.getByText('待つことができていて')).toBeVisible()
}
