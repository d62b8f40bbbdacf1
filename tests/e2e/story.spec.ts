import { test } from '@playwright/test'
import { onPhone } from './people.ts'
import { openCase, soundOut } from './story/case.ts'
import type { Story } from './story/cast.ts'
import { agree, visit } from './story/dispatch.ts'
import { consent, provide, reconfirm } from './story/roster.ts'
import { audit, incident, stop, strangers } from './story/safety.ts'
import { apply, train } from './story/training.ts'

const steps: [string, (story: Story) => Promise<void>][] = [
  ['1 申し込み、メールで確かめ、パスワードを決める', apply],
  ['2 受講、出席、修了、証書', train],
  ['3 説明、選ぶ、署名、登録', consent],
  ['4 名簿を二つの市町村へ渡す', provide],
  ['5 意向の再確認', reconfirm],
  ['6 ケース、連絡、ヒアリング、希望、カード、調整の同意', openCase],
  ['7 候補、名前を出さない打診', soundOut],
  ['8 計画と両方の同意、あたらしい版', agree],
  ['9 訪問、二つの部分の報告、助言', visit],
  ['9 けがの知らせ、連絡網、報告、書面', incident],
  ['10 中止', stop],
  ['11 ほかの人には何も見えない', strangers],
  ['12 監査', audit],
]

test('一つの相談が、養成から中止まで、はじめから終わりまで通る', async ({ browser }) => {
  const story: Story = { browser, supporter: await onPhone(browser), client: null, addresses: {}, contexts: [] }
  for (const [name, step] of steps) await test.step(name, () => step(story))
})
