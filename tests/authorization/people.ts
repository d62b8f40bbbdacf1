import { randomUUID } from 'node:crypto'
import type { Actor, StaffRole } from '#app/access/actor.ts'
import type { Subject } from '#app/access/policy.ts'
import { staffRoles } from '#app/shared/actor.ts'
import type { Door } from '#tests/database/doors.ts'
import { type FullBody, fullBody } from '../invariants/rows/body.ts'
import { type Chain, hash, makeChain, makeGround } from '../invariants/rows/chain.ts'
import { surround } from '../invariants/rows/every-table.ts'
import { openTown, type Town } from '../invariants/rows/town.ts'
import { writeRows } from '../invariants/rows/write.ts'
import type { Hat } from './matrix.ts'
import type { Reading } from './readings.ts'

/** Somebody who asks, in SQL and by the policy. */
export interface Asker {
  name: string
  hat: Hat
  actor: Actor
  door: Door
}

/** A row and how the policy would be told of it. */
export interface Fact {
  key: string
  subject: Subject
}

/** Two bodies with every record, what lies between them, and everybody who may come in. */
export interface People {
  town: Town
  /** The body whose case is in the caseload of the coordinators named here. */
  first: FullBody
  coordinators: string[]
  askers: Asker[]
  /** The primary key of a table's row `t`, as one text. */
  keyOf(table: string): string
  factsOf(table: string, reading: Reading): Promise<Fact[]>
  close(): Promise<void>
}

const linkHash = hash('a link to one question')

/**
 * 甲 and 乙, each with all hats and a row in every table; a second chain of 甲 in preparation; one of 乙 that is
 * stopped; a roster that 乙 gave to 甲; a case of 甲 whose request lies with 乙; a case opened with a reason.
 */
export async function openPeople(): Promise<People> {
  const town = await openTown()
  const [first, second] = [await fullBody(town, '甲'), await fullBody(town, '乙')]
  const chains = await between(town, first, second)
  const substitute = await coordinatorWithReason(town, first)
  const askers = [
    ...staffOf(first, '甲'), ...staffOf(second, '乙'), substitute,
    ...[first.chain, second.chain, ...chains].flatMap((one, at) => aroundChain(town, one, at)),
    { name: 'a visitor', hat: 'visitor' as const, actor: { kind: 'visitor' as const }, door: town.doors.visitor },
    await holderOfLink(town, first.chain),
  ]
  const keys = await primaryKeys(town)
  const coordinators = [first.person.coordinator, (substitute.actor as { personId: string }).personId]
  return {
    town, first, coordinators, askers, keyOf: (table) => keys.get(table)!,
    factsOf: (table, reading) => factsOf(town, table, keys.get(table)!, reading), close: town.close,
  }
}

async function between(town: Town, first: FullBody, second: FullBody): Promise<Chain[]> {
  const desk = (body: FullBody) => ({ coordinator: body.person.coordinator, officer: body.person.dispatch })
  const ground = (giver: FullBody, taker: FullBody) => makeGround(town.database, { giver: giver.id, taker: taker.id })
  const preparing = await makeChain(town.database, await ground(first, first), 'offered')
  const given = await makeChain(town.database, await ground(second, first), 'willing')
  const stopped = await makeChain(town.database, await ground(second, second), 'reoffered')
  await town.owner.query(`insert into stop_request (id, body_id, request_id, channel) values ($1, $2, $3, 'phone')`, [randomUUID(), second.id, stopped.request])
  const elsewhere = await makeChain(town.database, await ground(second, second), 'reoffered')
  await surround(town.database, elsewhere, desk(second))
  await town.owner.tamper((sql) => sql('update dispatch_request set case_id = $2 where id = $1', [elsewhere.request, first.chain.kase]))
  return [preparing, given, stopped, elsewhere]
}

function staffOf(body: FullBody, name: string): Asker[] {
  return staffRoles.map((role) => ({ name: `${name} ${role}`, hat: role, actor: body.ctx[role].actor, door: body.as[role] }))
}

/** A second coordinator of the body, who has opened the case for an hour. */
async function coordinatorWithReason(town: Town, body: FullBody): Promise<Asker> {
  const [personId, membershipId] = [randomUUID(), randomUUID()]
  const role: StaffRole = 'coordinator'
  await writeRows(town.database, [
    ['person', { id: personId, display_name: '代わりの担当' }],
    ['account', { person_id: personId }],
    ['membership', { id: membershipId, person_id: personId, body_id: body.id, role, starts_on: '2026-04-01', ends_on: '2027-03-31' }],
    ['access_grant', {
      body_id: body.id, case_id: body.chain.kase, person_id: personId, reason: '担当が休みのため、前の約束を確かめる必要があります。',
      granted_at: '2026-11-21T01:40:00Z', expires_at: '2026-11-21T02:40:00Z',
    }],
  ])
  const actor: Actor = { kind: 'staff', personId, membershipId, bodyId: body.id, role }
  return { name: '甲 coordinator with a reason', hat: role, actor, door: town.doors.staff(personId, membershipId) }
}

function aroundChain(town: Town, one: Chain, at: number): Asker[] {
  const supporter: Asker = { name: `supporter ${at}`, hat: 'supporter', actor: { kind: 'supporter', personId: one.person }, door: town.supporter(one) }
  const actor: Actor = { kind: 'card', cardHash: one.cardHash, partyId: one.party, requestId: one.request, bodyId: one.taker }
  // the chain that was only provided has no client
  return at === 3 ? [supporter] : [supporter, { name: `card ${at}`, hat: 'card', actor, door: town.client(one) }]
}

async function holderOfLink(town: Town, one: Chain): Promise<Asker> {
  const purpose = 'reconfirmation.answer' as const
  await writeRows(town.database, [
    ['link_token', {
      body_id: one.taker, purpose, token_hash: linkHash, person_id: one.person, reconfirmation_id: one.reconfirmation,
      expires_at: '2026-12-01T00:00:00Z',
    }],
  ])
  return { name: 'a link', hat: 'link', actor: { kind: 'link', linkHash, purpose, personId: one.person }, door: town.doors.link(linkHash, purpose) }
}

async function primaryKeys(town: Town): Promise<Map<string, string>> {
  const rows = await town.owner.query(
    `select c.relname as table, string_agg('t.' || a.attname, ', ' order by a.attnum) as columns
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
      where i.indisprimary and c.relnamespace = 'public'::regnamespace group by 1`)
  return new Map(rows.map((row) => [String(row.table), `concat_ws('/', ${String(row.columns)})`]))
}

const known = ['body_id', 'recipient_id', 'person_id', 'request_id', 'dispatch_id', 'case_id']

/** The rows of a table with what the policy must know of them, looked up by the owner. */
async function factsOf(town: Town, table: string, key: string, { join = '', only = 'true', facts }: Reading): Promise<Fact[]> {
  const columns = await town.owner.query(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`, [table])
  const own = columns.map((row) => String(row.name)).filter((name) => known.includes(name)).map((name) => `t.${name}`)
  const rows = await town.owner.query(
    `with f as (select ${key} as key, ${facts ?? own.join(', ')} from ${table} t ${join} where ${only})
     select to_jsonb(f) as row,
            (select jsonb_agg(s.person_id) from dispatch_supporter s
              where s.dispatch_id::text = to_jsonb(f) ->> 'dispatch_id' and d.state <> 'ended' and (s.access_until is null or s.access_until > app.now())) as supporters,
            r.id as request,
            (select jsonb_agg(c.person_id) from (
               select case_id, person_id from case_assignment where ended_at is null
               union select case_id, person_id from access_grant where expires_at > app.now()) c
              where c.case_id::text = coalesce(to_jsonb(f) ->> 'case_id', r.case_id::text)) as coordinators
       from f
       left join dispatch d on d.id::text = to_jsonb(f) ->> 'dispatch_id'
       left join dispatch_request r on r.id::text = coalesce(to_jsonb(f) ->> 'request_id', d.request_id::text)`)
  return rows.map((row) => fact(row))
}

function fact({ row, supporters, request, coordinators }: Record<string, unknown>): Fact {
  const { key, body_id, recipient_id, person_id } = row as Record<string, string | null>
  return {
    key: key!,
    subject: {
      bodyId: body_id ?? undefined, recipientId: recipient_id ?? undefined, personId: person_id ?? undefined,
      supporterIds: (supporters as string[] | null) ?? [], coordinatorIds: (coordinators as string[] | null) ?? [],
      requestId: (request as string | null) ?? undefined,
    },
  }
}
