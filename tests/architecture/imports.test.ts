import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { beforeAll, expect, test } from 'vitest'
import { forbidden } from './rules.ts'

let result: ICruiseResult

/** Who imports whom in a tree that stands in `baseDir`. */
async function readHouse(folders: string[], baseDir: string): Promise<ICruiseResult> {
  const cruised = await cruise(
    folders,
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden },
      tsPreCompilationDeps: true,
      doNotFollow: { path: ['node_modules', 'app/platform/db/generated'] },
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  )
  return cruised.output as ICruiseResult
}

beforeAll(async () => {
  result = await readHouse(['app', 'emails', 'templates'], process.cwd())
}, 120_000)

test('the house is read at all', () => {
  expect(result.modules.filter((module) => module.source.startsWith('app/features/')).length).toBeGreaterThan(20)
})

test('every import goes downhill, and there are no circles', () => {
  const broken = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  expect(broken).toEqual([])
})

/** One import that each rule forbids. */
const wrongs: [rule: string, from: string, to: string][] = [
  ['directory-looks-only-down', 'app/features/directory/queries.server.ts', 'app/features/training/queries.server.ts'],
  ['activity-looks-only-down', 'app/features/activity/store/visits.server.ts', 'app/features/stopping/store.server.ts'],
  ['shared-stands-alone', 'app/shared/kana.ts', 'app/platform/log.server.ts'],
  ['domain-is-pure', 'app/features/cases/domain/access.ts', 'app/features/cases/facts.ts'],
  ['policy-stands-alone', 'app/access/policy.ts', 'app/features/cases/views.ts'],
  ['pure-files-of-a-feature', 'app/features/cases/messages.ts', 'app/features/cases/queries/case.server.ts'],
  ['pure-files-of-a-feature', 'app/features/dispatch/views/plan.ts', 'app/features/dispatch/store/plans.server.ts'],
  ['pure-files-of-a-feature', 'app/features/dispatch/facts/plan.ts', 'app/features/dispatch/queries/plan-read.server.ts'],
  ['pure-files-of-a-feature', 'app/features/dispatch/forms/plan.ts', 'app/platform/db/days.ts'],
  ['presenters-do-not-lean-on-each-other', 'app/features/safety/presenter.ts', 'app/features/cases/presenter/case.ts'],
  ['features-do-not-know-the-web', 'app/features/roster/jobs/ask.server.ts', 'app/http/page.server.ts'],
  ['commands-do-not-call-commands', 'app/features/roster/commands/one.server.ts', 'app/features/roster/commands/two.server.ts'],
  ['only-jobs-write-mails-and-forms', 'app/features/training/commands/decide.server.ts', 'emails/decided.tsx'],
  ['ui-of-a-feature', 'app/features/cases/ui/case-list.tsx', 'app/features/cases/domain/types.ts'],
  ['ui-has-no-server', 'app/ui/form.ts', 'app/http/drafts.server.ts'],
  ['shared-ui-knows-no-feature', 'app/ui/desk.ts', 'app/features/cases/views.ts'],
  ['routes-are-thin', 'app/routes/centre/case.tsx', 'app/access/policy.ts'],
  ['routes-are-thin', 'app/routes/centre/cases.tsx', 'app/features/consent/store.server.ts'],
  ['http-knows-no-feature', 'app/http/refusals.ts', 'app/features/training/messages.ts'],
  ['platform-knows-only-shared', 'app/platform/outbox.server.ts', 'emails/index.ts'],
  ['mails-and-forms-know-only-shared', 'templates/card/v1.ts', 'app/access/actor.ts'],
  ['prisma-behind-the-platform', 'app/features/roster/commands/three.server.ts', 'app/platform/db/generated/client.ts'],
  ['the-database-is-entered-by-one-door', 'app/features/roster/store/owner.server.ts', 'app/platform/runtime.server.ts'],
  ['the-database-is-entered-by-one-door', 'app/features/roster/jobs/past.server.ts', 'app/platform/db/open.server.ts'],
  ['the-database-is-entered-by-one-door', 'app/http/list.server.ts', 'app/platform/runtime.server.ts'],
  ['tests-stay-out-of-the-product', 'app/start.server.ts', 'tests/factories/world.ts'],
  ['no-circles', 'app/jobs.ts', 'app/jobs.ts'],
]

test('a broken rule is found', async () => {
  const house = fs.mkdtempSync(path.join(os.tmpdir(), 'broken-house-'))
  const write = (file: string, line: string) => {
    fs.mkdirSync(path.dirname(path.join(house, file)), { recursive: true })
    fs.appendFileSync(path.join(house, file), line)
  }
  try {
    for (const [, from, to] of wrongs) {
      const way = path.relative(path.dirname(from), to)
      write(to, 'export const there = 1\n')
      write(from, `export type * from '${way.startsWith('.') ? way : `./${way}`}'\n`)
    }
    const { summary } = await readHouse(['app', 'emails', 'templates'], house)
    const found = new Set(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`))
    expect(wrongs.map(([rule, from, to]) => `${rule}: ${from} → ${to}`).filter((wrong) => !found.has(wrong))).toEqual([])
  } finally {
    fs.rmSync(house, { recursive: true })
  }
})

test('every file resolves what it imports', () => {
  const lost = result.modules.flatMap((module) =>
    module.dependencies.filter((to) => to.couldNotResolve).map((to) => `${module.source} → ${to.module}`),
  )
  expect(lost).toEqual([])
})
