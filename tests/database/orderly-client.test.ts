import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '#tests/setup/database.ts'

let database: TestDatabase
const warnings: string[] = []
const note = (warning: Error) => warnings.push(warning.name)

beforeAll(async () => {
  process.on('warning', note)
  database = await openTestDatabase()
})

afterAll(async () => {
  process.off('warning', note)
  await database.close()
})

test('queries asked at once on one connection are answered in turn, each with its own answer', async () => {
  const client = await database.pool.connect()
  try {
    const asked = [1, 2, 3].map((n) => client.query('select $1::int as n', [n]))
    const answers = await Promise.all(asked)
    expect(answers.map(({ rows }) => rows[0].n)).toEqual([1, 2, 3])
  } finally {
    client.release()
  }
  expect(warnings).not.toContain('DeprecationWarning')
})

test('a query that fails does not hold up the one behind it', async () => {
  const client = await database.pool.connect()
  try {
    const [failed, next] = await Promise.allSettled([client.query('select 1/0'), client.query('select 2 as n')])
    expect(failed.status).toBe('rejected')
    expect(next).toMatchObject({ status: 'fulfilled', value: { rows: [{ n: 2 }] } })
  } finally {
    client.release()
  }
})
