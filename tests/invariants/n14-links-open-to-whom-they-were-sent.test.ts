// Which entrance may use a mailed link, and for what: everything else is not even callable.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTown, type Town } from './rows/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const holders: Record<string, string[]> = {
  use_link: ['yr_link'],
  set_password: ['yr_link'],
  link_account: ['yr_link'],
  link_reconfirmation: ['yr_link'],
  link_application: ['yr_public'],
  confirm_application: ['yr_public'],
}

it.each(Object.entries(holders))('N14 %s is for %s alone', async (name, roles) => {
  const rows = await town.owner.query(
    `select r.rolname as role from pg_roles r, pg_proc p
      where p.pronamespace = 'app'::regnamespace and p.proname = $1 and r.rolname like 'yr\\_%'
        and r.rolname <> 'yr_owner' and not r.rolsuper and has_function_privilege(r.oid, p.oid, 'execute') and r.oid <> p.proowner
      order by 1`, [name])
  expect(rows.map((row) => row.role)).toEqual(roles)
})
