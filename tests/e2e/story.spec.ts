import { test } from '@playwright/test'
import { onPhone } from './people.ts'
import type { Story } from './story/cast.ts'
import { consent, provide } from './story/roster.ts'
import { apply, train } from './story/training.ts'

const steps: [string, (story: Story) => Promise<void>][] = [
  ['1 申し込み、メールで確かめ、パスワードを決める', apply],
  ['2 受講、出席、修了、証書', train],
  ['3 説明、選ぶ、署名、登録', consent],
  ['4 名簿を二つの市町村へ渡す', provide],
]

test('申し込みから、名簿が二つの市町村に渡るまでが通る', async ({ browser }) => {
  const story: Story = { browser, supporter: await onPhone(browser), client: null, addresses: {}, contexts: [] }
  for (const [name, step] of steps) await test.step(name, () => step(story))
})
