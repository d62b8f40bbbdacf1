import { test } from '@playwright/test'
import { onPhone } from './people.ts'
import { openCase, soundOut } from './story/case.ts'
import type { Story } from './story/cast.ts'
import { agree, visit } from './story/dispatch.ts'
import { consent, provide, reconfirm } from './story/roster.ts'
import { audit, incident, stop } from './story/safety.ts'
import { strangers } from './story/strangers.ts'
import { apply, train } from './story/training.ts'

const steps: [string, (story: Story) => Promise<void>][] = [
  ['1 申し込み、メールで確かめ、パスワードを決める', apply],
  ['2 受講、出席、修了、証書', train],
  ['3 説明、選ぶ、署名、登録', consent],
  ['4 名簿を二つの市町村へ渡す', provide],
  ['5 市町村がもう一度たずね、メールのリンクで答える', reconfirm],
  ['6 ケース、世帯、聞き取り、希望、カードの同意', openCase],
  ['7 候補、名前を伏せた打診', soundOut],
  ['8 計画への同意、新しい版', agree],
  ['9 訪問、報告、助言', visit],
  ['9 けが、連絡の順番、事故報告書', incident],
  ['10 やめたい', stop],
  ['11 ほかの人は何も見られない', strangers],
  ['12 記録をたしかめる', audit],
]

test.setTimeout(900_000)

test('申し込みから中止まで、事業のぜんぶが一度通る', async ({ browser }) => {
  const story: Story = { browser, supporter: await onPhone(browser), client: null, addresses: {}, contexts: [] }
  for (const [name, step] of steps) await test.step(name, () => step(story))
})
