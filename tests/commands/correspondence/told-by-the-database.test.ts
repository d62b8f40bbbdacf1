import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MailRoom, openMailRoom } from '#tests/factories/mail-room.ts'
import { drawnDay } from '#tests/factories/stage.ts'

let room: MailRoom

beforeAll(async () => (room = await openMailRoom()))
afterAll(() => room.close())
beforeEach(() => room.clear())

describe('what the database itself puts into the outbox', () => {
  it('a recall reaches the desk of every holder, naming the roster and nobody', async () => {
    const { midori, aoba, kuromatsu } = room.world
    await room.database.owner.tamper(async (sql) => {
      for (const [no, holder] of [[7, aoba.id], [8, kuromatsu.id]] as const) {
        const [provision, entry] = [randomUUID(), randomUUID()]
        await sql(`insert into provision (id, body_id, recipient_id, fiscal_year, no, purpose, state, expires_on)
                   values ($1, $2, $3, 2026, $4, '派遣調整', 'prepared', '2027-03-31')`, [provision, midori.id, holder, no])
        await sql(`insert into provision_entry (id, provision_id, body_id, recipient_id, roster_entry_id, person_id, recall_requested_at)
                   values ($1, $2, $3, $4, $1, $1, $5)`, [entry, provision, midori.id, holder, drawnDay])
        await sql(`insert into outbox (id, body_id, kind, dedupe_key)
                   values ($1, $2, 'recall.request', $3)`, [entry, holder, `recall:${entry}`])
      }
    })
    await room.work()
    const mails = await room.post.arrived()
    expect(mails.map(({ recipients }) => recipients[0]).sort()).toEqual(['reikawa@kuromatsu.example.jp', 'tameshikawa@tonari.example.jp'])
    expect(mails.map(({ text }) => /第R8-000[78]号/.exec(text)?.[0]).sort()).toEqual(['第R8-0007号', '第R8-0008号'])
    expect(mails.every(({ text }) => text.includes('取りやめの日：2026年11月21日（土）'))).toBe(true)
  })

  it('an incident is told to the desk at once, also at night', async () => {
    const { aoba, aobaDispatch, trainer } = room.world
    const night = new Date(drawnDay.getTime() + 13 * 3_600_000)
    await room.goTo(night)
    await room.database.owner.query(
      `insert into incident (id, body_id, fiscal_year, no, person_id, kind, severity, occurred_at, state)
       values ($1, $2, 2026, 1, $3, 'injury', 'minor', $4, 'firstReport')`,
      [randomUUID(), aoba.id, trainer.personId, night],
    )
    await room.work()
    const [mail] = await room.post.arrived()
    expect(mail?.recipients).toEqual([aobaDispatch.email])
    expect(mail?.text).toContain('サポーターから、けがや、こまったことの第1報が届きました。')
    expect(mail?.text).toMatch(/http:\/\/localhost:3999\/desk\/incidents\/[0-9a-f-]{36}/)
  })
})
