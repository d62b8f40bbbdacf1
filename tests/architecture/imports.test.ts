import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { beforeAll, expect, test } from 'vitest'
import { forbidden } from './rules.ts'

let result: ICruiseResult

beforeAll(async () => {
  const cruised = await cruise(
    ['app', 'emails', 'templates'],
    {
      validate: true,
      ruleSet: { forbidden },
      tsPreCompilationDeps: true,
      doNotFollow: { path: ['node_modules', 'app/platform/db/generated'] },
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  )
  result = cruised.output as ICruiseResult
}, 120_000)

test('the house is read at all', () => {
  expect(result.modules.filter((module) => module.source.startsWith('app/features/')).length).toBeGreaterThan(20)
})

test('every import goes downhill, and there are no circles', () => {
  const broken = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  expect(broken).toEqual([])
})

test('a broken rule would be found', () => {
  const upward = forbidden.find((rule) => rule.name === 'directory-looks-only-down')
  expect(JSON.stringify(upward?.to)).toContain('training')
})

test('every file resolves what it imports', () => {
  const lost = result.modules.flatMap((module) =>
    module.dependencies.filter((to) => to.couldNotResolve).map((to) => `${module.source} → ${to.module}`),
  )
  expect(lost).toEqual([])
})
