import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { catalogue } from './catalogue.ts'

const caseTables = [
  'support_case', 'case_period', 'case_person', 'case_person_private', 'contact_rule', 'case_assignment', 'access_grant',
  'contact', 'contact_version', 'contact_method', 'contact_partner', 'hearing_sheet', 'hearing_sheet_version',
]
const clientTables = [
  ...caseTables, 'dispatch_request', 'request_slot', 'request_avoid', 'dispatch_party', 'dispatch_party_private',
  'coordination_consent', 'client_card', 'visit_client',
]

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

async function names(text: string, values?: unknown[]): Promise<string[]> {
  const rows = await database.owner.query(text, values)
  return rows.map((row) => String(row.name))
}

describe('every table', () => {
  it('has row-level security switched on', async () => {
    expect(await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and not relrowsecurity and relname <> '_prisma_migrations'`,
    )).toEqual([])
  })

  it('has a policy, but for those that only functions touch', async () => {
    expect(await names(
      `select tablename as name from pg_tables t where schemaname = 'public' and tablename <> '_prisma_migrations'
          and not exists (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = t.tablename) order by 1`,
    )).toEqual(['audit_checked', 'audit_head', 'number_series'])
    expect(await names(
      `select distinct table_name as name from information_schema.role_table_grants
        where table_name in ('audit_checked', 'audit_head', 'number_series') and grantee like 'yr\\_%'`,
    )).toEqual([])
  })

  it('whose rows are granted to a role has a policy for that role', async () => {
    expect(await names(
      `select c.relname || ' ' || a.grantee::regrole as name
         from pg_class c, lateral (
           select grantee from aclexplode(c.relacl)
           union select g.grantee from pg_attribute t, aclexplode(t.attacl) g where t.attrelid = c.oid) a
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.grantee::regrole::text like 'yr\\_%'
          and not exists (select 1 from pg_policies p where p.tablename = c.relname and a.grantee::regrole::name = any (p.roles))`,
    )).toEqual([])
  })
})

describe('nobody', () => {
  it('is everybody: no policy, grant or function for public', async () => {
    expect(await names(`select tablename as name from pg_policies where 'public' = any (roles)`)).toEqual([])
    expect(await names(
      `select c.relname as name from pg_class c, aclexplode(c.relacl) a
        where c.relnamespace = 'public'::regnamespace and a.grantee = 0`,
    )).toEqual([])
    expect(await names(
      `select proname as name from pg_proc p
        where pronamespace = 'app'::regnamespace
          and exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)`,
    )).toEqual([])
  })

  it('outside the centre has a grant on a case table', async () => {
    expect(await names(
      `select distinct c.relname || ' ' || a.grantee::regrole as name
         from pg_class c, lateral (
           select grantee from aclexplode(c.relacl)
           union select g.grantee from pg_attribute t, aclexplode(t.attacl) g where t.attrelid = c.oid) a
        where c.relname = any ($1) and a.grantee <> c.relowner and a.grantee::regrole::text <> 'yr_coordinator' order by 1`,
      [caseTables],
    )).toEqual(['access_grant yr_auditor'])
  })

  it('may write the audit, and no role of ours has a power of its own', async () => {
    expect(await names(
      `select distinct grantee || ' ' || privilege_type as name from information_schema.role_table_grants
        where table_name like 'audit\\_%' and grantee like 'yr\\_%' order by 1`,
    )).toEqual(['yr_auditor SELECT'])
    expect(await names(
      `select rolname as name from pg_roles where rolname like 'yr\\_%'
          and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit)`,
    )).toEqual([])
    expect(await names(
      `select c.relname as name from pg_class c where c.relowner::regrole::text like 'yr\\_%'`,
    )).toEqual([])
  })
})

describe('functions and keys', () => {
  it('a function that runs as the owner has a fixed search path', async () => {
    expect(await names(
      `select proname as name from pg_proc where pronamespace = 'app'::regnamespace and prosecdef
          and not coalesce(array_to_string(proconfig, ' ') like 'search_path=%pg_temp', false)`,
    )).toEqual([])
  })

  it('nothing on the client’s side points at a person, except where it names staff', async () => {
    expect(await names(
      `select conrelid::regclass || ' -> ' || confrelid::regclass as name from pg_constraint
        where contype = 'f' and conrelid::regclass::text = any ($1)
          and confrelid::regclass::text in ('person', 'account', 'supporter', 'roster_entry', 'membership', 'application')`,
      [clientTables],
    )).toEqual(['case_assignment -> person'])
  })

  it('what belongs to a body hangs under a parent of the same body', async () => {
    expect(await names(
      `select c.relname as name from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'body_id' and a.attnotnull)
          and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
                and (select attnum from pg_attribute where attrelid = c.oid and attname = 'body_id') = any (k.conkey))
        order by 1`,
    )).toEqual(['contact_method', 'contact_partner'])
  })
})

it('triggers, policies, grants, checks and partial indexes are the ones that were decided', async () => {
  await expect(await catalogue(database.owner)).toMatchFileSnapshot('catalogue.txt')
})
