import { describe, expect, it } from 'vitest'
import { actions } from '#app/access/actions.ts'
import type { Actor } from '#app/access/actor.ts'
import { decide, grantsOf, type Subject } from '#app/access/policy.ts'
import { type Cell, type Hat, hats, matrix } from './matrix.ts'

const relation: Record<Cell, string | undefined> = {
  any: 'any', body: 'body', recv: 'recipient', own: 'own', live: 'liveDispatch', case: 'caseload', card: 'card', '-': undefined,
}

const me = 'person-1'
const staff = (role: 'trainer' | 'roster' | 'dispatch' | 'coordinator' | 'auditor' | 'admin'): Actor =>
  ({ kind: 'staff', personId: me, membershipId: 'membership-1', bodyId: 'body-1', role })
const actors: Record<Hat, Actor> = {
  visitor: { kind: 'visitor' },
  link: { kind: 'link', linkHash: new Uint8Array(), purpose: 'reconfirmation.answer', personId: me },
  card: { kind: 'card', cardHash: new Uint8Array(), partyId: 'party-1', requestId: 'request-1', bodyId: 'body-1' },
  supporter: { kind: 'supporter', personId: me },
  trainer: staff('trainer'), roster: staff('roster'), dispatch: staff('dispatch'), coordinator: staff('coordinator'),
  auditor: staff('auditor'), admin: staff('admin'),
}

/** Records, and how whoever asks stands to each. `nothing` is a record of which nothing is known. */
const subjects: Record<string, { subject: Subject; standing: Cell[] }> = {
  nothing: { subject: {}, standing: [] },
  'of my body': { subject: { bodyId: 'body-1' }, standing: ['body'] },
  'of another body': { subject: { bodyId: 'body-2' }, standing: [] },
  'given to my body': { subject: { bodyId: 'body-2', recipientId: 'body-1' }, standing: ['recv'] },
  'given to another body': { subject: { bodyId: 'body-2', recipientId: 'body-3' }, standing: [] },
  'about me': { subject: { personId: me }, standing: ['own'] },
  'about somebody else': { subject: { personId: 'person-2' }, standing: [] },
  'a dispatch open to me': { subject: { supporterIds: ['person-2', me] }, standing: ['live'] },
  'a dispatch open to others': { subject: { supporterIds: ['person-2'] }, standing: [] },
  'in my caseload': { subject: { coordinatorIds: [me] }, standing: ['case'] },
  'in another caseload': { subject: { coordinatorIds: ['person-2'] }, standing: [] },
  'of the request of my card': { subject: { requestId: 'request-1' }, standing: ['card'] },
  'of another request': { subject: { requestId: 'request-2' }, standing: [] },
  'of my body, in my caseload': { subject: { bodyId: 'body-1', coordinatorIds: [me] }, standing: ['body', 'case'] },
  'of another body, everything else mine': {
    subject: { bodyId: 'body-2', recipientId: 'body-2', personId: me, supporterIds: [me], coordinatorIds: [me], requestId: 'request-1' },
    standing: ['own', 'live', 'case', 'card'],
  },
}

/** Whether a hat can stand so at all: a card has no body to stand in, a visitor no person. */
function stands(hat: Hat, cell: Cell): boolean {
  if (cell === 'body' || cell === 'recv') return actors[hat].kind === 'staff'
  if (cell === 'card') return hat === 'card'
  return !['visitor', 'card'].includes(hat)
}

describe('the table of who may do what', () => {
  it('names every act of the system once, and no other', () => {
    expect(Object.keys(matrix).sort()).toEqual([...actions].sort())
  })

  it('has a cell for every hat', () => {
    for (const [action, row] of Object.entries(matrix)) {
      for (const hat of hats) expect([action, hat, Object.keys(relation).includes(row[hat])]).toEqual([action, hat, true])
    }
  })

  it.each(actions)('%s is granted as written', (action) => {
    const granted = Object.fromEntries(hats.map((hat) => [hat, grantsOf(action)[hat]]))
    expect(granted).toEqual(Object.fromEntries(hats.map((hat) => [hat, relation[matrix[action]![hat]]])))
    expect(Object.keys(grantsOf(action)).filter((hat) => !hats.includes(hat as Hat))).toEqual([])
  })
})

describe('every act, by everybody, on every kind of record', () => {
  const cells = actions.flatMap((action) => hats.map((hat) => ({ action, hat, cell: matrix[action]![hat] })))

  it.each(hats)('%s', (hat) => {
    const wrong: string[] = []
    for (const { action, cell } of cells.filter((one) => one.hat === hat)) {
      for (const [name, { subject, standing }] of Object.entries(subjects)) {
        const expected = cell === 'any' || (cell !== '-' && standing.includes(cell) && stands(hat, cell))
        if (decide(actors[hat], action, subject).allow !== expected) wrong.push(`${action} ${name}`)
      }
      if (decide(actors[hat], action).allow !== (cell !== '-')) wrong.push(`${action} at the door`)
    }
    expect(wrong).toEqual([])
  })

  it('the login machinery and the jobs may do nothing by the policy', () => {
    const machinery: Actor[] = [{ kind: 'auth' }, { kind: 'job', name: 'mail' }]
    for (const actor of machinery) {
      for (const action of actions) {
        for (const { subject } of Object.values(subjects)) expect(decide(actor, action, subject).allow).toBe(false)
      }
    }
  })

  it('says why: another hat is needed, or another record', () => {
    expect(decide(actors.trainer, 'case.view')).toEqual({ allow: false, reason: 'hat' })
    expect(decide(actors.trainer, 'application.decide', { bodyId: 'body-2' })).toEqual({ allow: false, reason: 'relation' })
  })

  it('counts its cells', () => {
    const asked = (actions.length * (hats.length + 2) * Object.keys(subjects).length)
    process.stdout.write(`policy: ${actions.length} acts × ${hats.length + 2} actors × ${Object.keys(subjects).length} records = ${asked} questions\n`)
    expect(cells).toHaveLength(actions.length * hats.length)
  })
})
