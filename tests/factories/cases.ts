import { askAccess } from '#app/features/cases/commands/ask-access.server.ts'
import { openCase, type OpenCase } from '#app/features/cases/commands/open-case.server.ts'
import { recordContact, type RecordContact } from '#app/features/cases/commands/record-contact.server.ts'
import { recordHearing, type RecordHearing } from '#app/features/cases/commands/record-hearing.server.ts'
import type { Member } from '#app/features/cases/facts.ts'
import { getHousehold } from '#app/features/cases/queries/case.server.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { must } from './must.ts'
import type { Stage } from './stage.ts'
import type { Hatted, World } from './world.ts'

/** あおぞらさん of the drawings, with mother, father and a brother who lives elsewhere. */
export function aHousehold(change: Partial<OpenCase> = {}): OpenCase {
  return {
    alias: 'あおぞらさん',
    people: [
      { relation: 'self', callName: 'あおぞら', name: '例山 そら', phone: null, address: 'あおば市見本町1-2-3' },
      { relation: 'mother', callName: '母', name: '例山 みどり', phone: '000-0000-0061', address: 'あおば市見本町1-2-3' },
      { relation: 'father', callName: '父', name: null, phone: null, address: null },
      { relation: 'sibling', callName: '兄', name: null, phone: null, address: null },
    ],
    rules: ['noVoicemail', 'noSenderName', 'windowlessEnvelope'],
    callTime: '母の携帯だけ。平日の15時から16時',
    otherRule: '父には相談のことを話さない',
    restricted: false,
    ...change,
  }
}

/** A case as its coordinator opened it. */
export interface MadeCase {
  caseId: string
  members: Member[]
  member(relation: Member['relation']): Member
}

/** A case with its household, opened by the coordinator of あおば市 who is then in charge. */
export async function openedCase(world: World, change: Partial<OpenCase> = {}): Promise<MadeCase> {
  const { ctx } = world.coordinator
  const { caseId } = must(await openCase(ctx, aHousehold(change)))
  const household = await getHousehold(ctx, caseId)
  if (!household) throw new Error('the case is not there')
  const { members } = household
  return {
    caseId,
    members,
    member(relation) {
      const found = members.find((one) => one.relation === relation)
      if (!found) throw new Error(`no ${relation} in this household`)
      return found
    },
  }
}

/** A telephone call with the mother this morning. */
export function aCall(world: World, caseId: string, change: Partial<RecordContact> = {}): RecordContact {
  return {
    caseId,
    anonymous: false,
    on: addDays(world.clock.today(), -1),
    at: '10:10',
    minutes: 12,
    partners: ['mother'],
    methods: ['phone'],
    reached: 'talked',
    kind: 'consultation',
    summary: '母から。「手紙なら読むと思います」',
    nextStep: '説明の手紙を送る',
    nextOn: addDays(world.clock.today(), 3),
    promise: '家には電話しない。母の携帯へ、こちらからかける',
    ...change,
  }
}

/** A contact in the record. */
export async function recordedContact(world: World, caseId: string, change: Partial<RecordContact> = {}) {
  return must(await recordContact(world.coordinator.ctx, aCall(world, caseId, change)))
}

/** What a first hearing sheet says. */
export function aHearing(world: World, caseId: string, change: Partial<RecordHearing> = {}): RecordHearing {
  return {
    caseId,
    heldOn: world.clock.today(),
    state: 's2',
    answers: {
      ownWords: '何も決めたくない。家にいるのがいちばん疲れない。',
      topics: { athome: '自室。食事は夜中', family: '母とはメモで', outside: '夜のコンビニ、月に1回' },
      support: 3,
      listeners: '例田、実川の2人',
    },
    ...change,
  }
}

/** A hearing sheet that was held. */
export async function heldHearing(world: World, caseId: string, change: Partial<RecordHearing> = {}) {
  return must(await recordHearing(world.coordinator.ctx, aHearing(world, caseId, change)))
}

/** Somebody else's case, opened for an hour with a reason. */
export async function openedWithReason(hat: World['coordinator'], caseId: string) {
  const reason = '担当が休みのため、母からの電話に答えるのに、前の約束を確かめる必要があります。'
  return must(await askAccess(hat.ctx, { caseId, reason }))
}

/** Another coordinator of the same centre, without any case. */
export async function secondCoordinator({ world, database }: Stage): Promise<Hatted> {
  const [personId, membershipId] = [world.ids.next(), world.ids.next()]
  const { bodyId } = world.coordinator
  await database.owner.transaction(async (sql) => {
    await sql(`insert into person (id, display_name, login_email) values ($1, '実川 ひろ', 'jikkawa@tonari.example.jp')`, [personId])
    await sql(`insert into account (person_id, password_hash) values ($1, 'x')`, [personId])
    await sql(
      `insert into membership (id, person_id, body_id, role, starts_on, ends_on) values ($1, $2, $3, 'coordinator', '2026-04-01', '2027-03-31')`,
      [membershipId, personId, bodyId],
    )
  })
  const actor = { kind: 'staff' as const, personId, membershipId, bodyId, role: 'coordinator' as const }
  const { ctx } = world.coordinator
  return { ...world.coordinator, personId, membershipId, actor, ctx: { ...ctx, actor } }
}
