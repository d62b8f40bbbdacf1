import { execFileSync } from 'node:child_process'
import { expect, type Page } from '@playwright/test'
import { applicant, cardOf, pathOf, type Story } from './cast.ts'
import { controls, countMails, letPass, logIn, staffAt } from '../people.ts'
import { savedPdf } from '../pdf.ts'
import { askVisit } from './dispatch.ts'

async function book(officer: Page, story: Story, day: string): Promise<void> {
  await askVisit(officer, story, day)
  await expect(officer.getByText('訪問の予定を入れました')).toBeVisible()
}

/** 9 (second half) A twisted ankle: reported from the phone, the tree walked, first and final report, the form. */
export async function incident(story: Story): Promise<void> {
  const { supporter: page } = story
  const officer = await staffAt(story.browser, 'aobaDispatch')
  await book(officer, story, '2026-11-25')
  await book(officer, story, '2026-12-03')
  await letPass(24 * 60)
  await logIn(page, applicant.email, applicant.password)
  await page.goto('/my')
  await page.getByRole('link', { name: '訪問のページを開く' }).click()
  await page.getByRole('link', { name: /けがや、こまったこと/ }).click()
  await expect(page.getByRole('heading', { name: 'まず安全を確保してください' })).toBeVisible()
  await expect(page.getByText('119').first()).toBeVisible()
  await expect(page.getByText('000-0000').first()).toBeVisible()
  story.addresses.incidentNew = pathOf(page)
  await page.getByRole('link', { name: '安全です。記録を始める' }).click()
  await page.getByRole('radio', { name: 'けが', exact: true }).check()
  await page.getByLabel(/^場所/).fill('玄関の前の段')
  await page.getByLabel(/起きたこと/).fill('段をふみはずして、足首をひねった')
  await page.getByLabel(/すぐにしたこと/).fill('座って休み、担当に電話した')
  await page.getByLabel(/いまの様子/).fill('少し痛むが、歩ける')
  await page.getByRole('button', { name: 'この内容で伝える' }).click()
  await expect(page.getByText(/R8-JK-\d{5}-\d/)).toBeVisible()
  story.addresses.ownIncident = pathOf(page)

  const desk = await staffAt(story.browser, 'aobaDispatch')
  await desk.goto('/desk/incidents')
  await desk.getByRole('link', { name: /R8-JK/ }).first().click()
  story.addresses.incident = pathOf(desk)
  await desk.getByLabel(/^連絡先/).selectOption('2')
  await desk.getByLabel(/結果/).fill('つながった。病院に付き添う')
  await desk.getByRole('button', { name: '記録する', exact: true }).click()
  await expect(desk.getByText('連絡の記録をつけました。')).toBeVisible()
  await desk.getByLabel(/分かったこと/).fill('軽いねんざだった')
  await desk.getByLabel(/^したこと/).fill('病院に付き添い、保険の担当に知らせた')
  await desk.getByLabel(/いまの様子/).fill('家で休んでいる')
  await desk.getByRole('button', { name: '最後の報告として記録する' }).click()
  await expect(desk.getByRole('alert').first()).toContainText('原因')
  await desk.getByLabel(/原因/).fill('段差が見えにくかった')
  await desk.getByLabel(/これから気をつけること/).fill('段の手前で待ち合わせる')
  await desk.getByRole('button', { name: '最後の報告として記録する' }).click()
  const paper = await savedPdf(desk, desk.getByRole('link', { name: /事故報告書/ }).first())
  expect(paper).toContain('足首をひねった')
  expect(paper).toContain('つながった')
}

/** 10 One button, no reason, no login: everything stops at once. */
export async function stop(story: Story): Promise<void> {
  const { supporter } = story
  const client = cardOf(story)
  await client.goto('/card')
  await client.getByRole('link', { name: 'やめたい' }).click()
  await client.getByRole('button', { name: 'やめると伝える' }).click()
  await expect(client.getByRole('heading', { name: '受け取りました' })).toBeVisible()
  await expect(client.getByText(/12月3日（木）からの予定は、すべて取り消しました/)).toBeVisible()

  await supporter.goto('/my')
  expect(await supporter.locator('main').innerText()).not.toContain('ひなた')
  const officer = await staffAt(story.browser, 'aobaDispatch')
  await officer.goto('/desk')
  await officer.getByRole('row', { name: /中止のあとの連絡を確かめる\s*ひなたさん/ }).getByRole('link').click()
  await expect(officer.getByText(/12月3日/).first()).toBeVisible()
  story.addresses.stop = pathOf(officer)
  await officer.goto(`${story.addresses.dispatch}/visits/new`)
  await expect(officer.getByText('中止の申し出がありました').first()).toBeVisible()
  await expect(officer.getByRole('button', { name: '訪問の予定を入れる' })).toBeHidden()
  const before = await countMails(applicant.email, '予定')
  await letPass(8 * 24 * 60)
  expect(await countMails(applicant.email, '予定')).toBe(before)
}

function verify(env: Record<string, string>): { code: number; said: string } {
  try {
    const said = execFileSync('npm', ['run', '--silent', 'audit:verify'], {
      env: { ...process.env, ...env }, encoding: 'utf8', stdio: 'pipe',
    })
    return { code: 0, said }
  } catch (error) {
    const failed = error as { status: number; stdout: string; stderr: string }
    return { code: failed.status, said: `${failed.stdout}${failed.stderr}` }
  }
}

/** 12 The trail of the case shows all of it; `audit:verify` passes, and names the row that was changed by hand. */
export async function audit(story: Story): Promise<void> {
  const auditor = await staffAt(story.browser, 'auditor')
  await auditor.goto((story.addresses.case ?? '').replace('/cases/', '/audit/'))
  const trail = await auditor.locator('main').innerText()
  for (const entity of ['ケース', '派遣の希望', '活動計画', '訪問', '活動報告', '事故', '中止の申出']) {
    expect(trail).toContain(entity)
  }
  expect(trail).toContain('抜け・書きかえはありません')
  expect(trail).not.toContain('絵はがき')
  const { folder, databaseUrl } = await controls('/stop')
  try {
    const env: Record<string, string> = { YORISOI_DEMO: '1', YORISOI_DATA: folder, ...(databaseUrl && { DATABASE_URL: databaseUrl }) }
    expect(verify(env).code).toBe(0)
    await controls('/tamper')
    const broken = verify(env)
    expect(broken.code).toBe(1)
    expect(broken.said).toMatch(/^異常　.+　3番：中身が書きかえられています/m)
  } finally {
    await controls('/start')
  }
}
