import type { Owner } from '#tests/setup/database.ts'

/** Everything the drift check does not see, one line each: what stands here was decided, not left over. */
export async function catalogue(owner: Owner): Promise<string> {
  const sections: string[] = []
  for (const [title, text] of Object.entries(parts)) {
    const rows = await owner.query(text)
    const lines = rows.map((row) => String(row.line).replace(/\s+/g, ' ')).sort()
    sections.push(`## ${title} (${lines.length})\n${lines.join('\n')}\n`)
  }
  return sections.join('\n')
}

const ours = `n.nspname = 'public' and c.relname <> '_prisma_migrations'`

const parts: Record<string, string> = {
  'tables without an audit trigger': `
    select c.relname as line from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and c.relkind = 'r'
       and not exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'z_audit')`,
  triggers: `
    select c.relname || ' ' || t.tgname || ' ' || t.tgfoid::regproc || ' type ' || t.tgtype
           || case when t.tgdeferrable then ' deferred' else '' end || case when t.tgqual is null then '' else ' conditional' end as line
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and ${ours}`,
  policies: `
    select tablename || ' ' || policyname || ' ' || cmd || ' to ' || array_to_string(roles, ',')
           || coalesce(' using ' || qual, '') || coalesce(' check ' || with_check, '') as line
      from pg_policies where schemaname = 'public'`,
  'table grants': `
    select c.relname || ' ' || a.grantee::regrole || ': ' || string_agg(lower(a.privilege_type), ' ' order by a.privilege_type) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
     where ${ours} and a.grantee <> c.relowner group by c.relname, a.grantee`,
  'column grants': `
    select c.relname || ' ' || g.grantee::regrole || ': ' || lower(g.privilege_type) || ' '
           || string_agg(a.attname, ' ' order by a.attname) as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) g
     where ${ours} group by c.relname, g.grantee, g.privilege_type`,
  functions: `
    select p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' || case when p.prosecdef then ' definer' else '' end
           || coalesce(' ' || array_to_string(p.proconfig, ' '), '') || ': '
           || coalesce((select string_agg(a.grantee::regrole::text, ' ' order by a.grantee::regrole::text)
                          from aclexplode(p.proacl) a where a.grantee <> p.proowner and a.grantee <> 0), 'nobody') as line
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname <> 'now'`,
  checks: `
    select c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype in ('c', 'x') and ${ours}`,
  'partial indexes': `
    select pg_get_indexdef(i.indexrelid) as line
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where i.indpred is not null and ${ours}`,
  roles: `
    select rolname || case when rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin then ' POWERFUL' else '' end
           || case when rolinherit then ' inherits' else '' end as line
      from pg_roles where rolname like 'yr\\_%'`,
}
