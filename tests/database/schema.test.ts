import { afterAll, beforeAll, expect, it } from 'vitest'
import { asMigrator, schemaDrift } from '#app/platform/db/migrations.server.ts'
import { openTestDatabase, type TestDatabase } from '#tests/setup/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

it('the schema files say the same as the migrations', async () => {
  expect(await asMigrator(database, schemaDrift)).toBeNull()
})

it('a column that only one of them has is found', async () => {
  await database.owner.query('alter table body add column left_over int')
  expect(await asMigrator(database, schemaDrift)).toContain('DROP COLUMN "left_over"')
})
