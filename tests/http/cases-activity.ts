import { randomUUID } from 'node:crypto'
import { holdVisit } from '#app/features/activity/commands/hold-visit.server.ts'
import { askForHelp } from '#app/features/safety/commands/ask-for-help.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { booked, insured, reported, wentThere } from '#tests/factories/activity.ts'
import { begun } from '#tests/factories/dispatch.ts'
import { consentedByCard } from '#tests/factories/dispatch-request.ts'
import { must } from '#tests/factories/must.ts'
import type { FormCase } from './case.ts'
import type { Town } from './town.ts'

const day = asTokyoDay('2026-11-21')

/** Forms around visits, reports, incidents and stops; time passes until the visits are over. */
export async function activityCases(town: Town): Promise<FormCase[]> {
  const { world, willing, stage } = town
  const { personId } = willing[0]!
  const made = await begun(world, [willing[0]!])
  await insured(world.aobaDispatch, personId)
  const visit = (from: string, to: string) => booked(world, made.dispatchId, [personId], { day, from, to })
  const [signal, hold, write, done] = [await visit('10:43', '10:46'), await visit('10:47', '10:50'), await visit('10:51', '10:54'), await visit('10:55', '10:58')]
  const cancel = await booked(world, made.dispatchId, [personId])
  const troubled = await begun(world, [willing[2]!])
  await insured(world.aobaDispatch, willing[2]!.personId)
  const trouble = await booked(world, troubled.dispatchId, [willing[2]!.personId], { day, from: '10:43', to: '10:46' })
  const heard = await begun(world, [willing[1]!])
  await insured(world.aobaDispatch, willing[1]!.personId)
  const toldOn = await booked(world, heard.dispatchId, [willing[1]!.personId])
  await contactTree(town)
  const stopId = await stopped(town)
  const mailId = await deadMail(town)
  await stage.goTo(tokyoInstant(day, '11:05'))
  await wentThere(world, personId, hold)
  for (const visitId of [write, done]) must(await holdVisit(world.supporter(personId), { visitId, version: 1, outcome: 'met' }))
  const reportId = await reported(world, personId, done, { arrived: '10:55', left: '10:58' })
  const incidents = await Promise.all(['handled', 'closed'].map(async () => must(await askForHelp(world.supporter(willing[2]!.personId), { visitId: trouble })).incidentId))
  const desk = { as: await town.hat(world.aobaDispatch), stranger: town.stranger.dispatch }
  const own = { as: await town.own(personId), stranger: await town.own(willing[1]!.personId) }
  const hurt = { as: await town.own(willing[2]!.personId), stranger: own.stranger }
  const report = { outcome: 'met', arrived: '10:51', left: '10:54', did: '話を聞きました', worry: '少し寒そうでした', self: 'same', cost: '420' }
  const free = Object.keys(report)
  const happened = { summary: '声をかけられました', firstResponse: '担当に電話しました', presentState: '落ち着いています' }
  const later = { ...happened, cause: '道がくらい', prevention: '二人で行く' }
  const at = (incident: string | undefined) => `/desk/incidents/${incident}`
  return [
    { form: 'municipality/visit-new#send', ...desk, path: `/desk/dispatches/${made.dispatchId}/visits/new`, typed: { day: '2026-12-10', from: '14:00', to: '14:30', supporters: [personId], place: '玄関の外', note: 'チャイムは1回' } },
    { form: 'municipality/visit-new#cover', ...desk, path: `/desk/dispatches/${made.dispatchId}/visits/new`, typed: { personId, startsOn: '2026-11-21', endsOn: '2027-03-31' }, foreign: { personId: town.taken() } },
    { form: 'municipality/dispatch#cancel', ...desk, path: `/desk/dispatches/${made.dispatchId}`, typed: { visitId: cancel, version: '1' } },
    { form: 'supporter/visit#arrive', ...own, path: `/my/visits/${signal}`, typed: {} },
    { form: 'supporter/visit#leave', ...own, path: `/my/visits/${signal}`, typed: {} },
    { form: 'supporter/visit#hold', ...own, path: `/my/visits/${hold}`, typed: { outcome: 'notMet' } },
    { form: 'supporter/visit#passOn', as: own.stranger, stranger: hurt.as, path: `/my/visits/${toldOn}`, typed: {} },
    { form: 'supporter/report#keep', ...own, path: `/my/visits/${write}/report`, typed: report, noForm: true, free },
    { form: 'supporter/report#save', ...own, path: `/my/visits/${write}/report`, typed: report, free },
    { form: 'supporter/report#confirm', ...own, path: `/my/visits/${write}/report`, typed: report },
    { form: 'supporter/report#send', ...own, path: `/my/visits/${write}/report`, drawnAt: `/my/visits/${write}/report?step=confirm`, typed: {} },
    { form: 'supporter/incident-new#help', ...hurt, path: `/my/visits/${trouble}/incident`, typed: {} },
    { form: 'supporter/incident-new#record', ...hurt, path: `/my/visits/${trouble}/incident`, drawnAt: `/my/visits/${trouble}/incident?step=record`, typed: { kind: 'injury', occurredOn: day, occurredAt: '10:45', place: '家の前', ...happened } },
    { form: 'municipality/report#send', ...desk, path: `/desk/reports/${reportId}`, typed: { text: '静かに待てたことが、よかったです。' } },
    { form: 'municipality/incident#call', ...desk, path: at(incidents[0]), typed: { stepNo: '1', calledAt: '11:00', result: 'つながりました' } },
    { form: 'municipality/incident#followUp', ...desk, path: at(incidents[0]), typed: later },
    { form: 'municipality/incident#final', ...desk, path: at(incidents[0]), typed: later },
    { form: 'municipality/incident#close', ...desk, path: at(incidents[0]), typed: {} },
    { form: 'municipality/stop#send', ...desk, path: `/desk/stops/${stopId}`, typed: {} },
    { form: 'office/undelivered-mail#send', as: desk.as, path: '/desk/mail', typed: { mailId } },
  ]
}

/** Whom to call when something happens, as あおば市 has it. */
async function contactTree({ world, stage }: Town): Promise<void> {
  const [id, body] = [randomUUID(), world.aoba.id]
  await stage.database.owner.transaction(async (sql) => {
    await sql(`insert into contact_tree_version (id, body_id, no, in_force_from) values ($1, $2, 1, '2026-04-01')`, [id, body])
    await sql(`insert into contact_tree_step (version_id, body_id, step_no, title, name, phone) values ($1, $2, 1, '責任者', '見本', '000-0000-0020')`, [id, body])
  })
}

async function stopped({ world, stage }: Town): Promise<string> {
  const { card, requestId } = await consentedByCard(world)
  must(await sayStop(card))
  return (await stage.database.asOwner((tx) => tx.stopRequest.findFirstOrThrow({ where: { requestId } }))).id
}

/** A mail of あおば市 that no server takes. */
async function deadMail({ world, stage }: Town): Promise<string> {
  const { ctx, bodyId } = world.aobaDispatch
  const dedupeKey = randomUUID()
  const props = { startsAt: '2026-12-03T05:30:00.000Z' }
  await withActor(ctx, (tx) => enqueueMail(tx, ctx, { bodyId, kind: 'visit.cancelled', dedupeKey, to: 'hanako@mihon.example.jp', props }))
  const rows = await stage.database.owner.query(`update outbox set state = 'dead' where dedupe_key = $1 returning id`, [dedupeKey])
  return String(rows[0]!.id)
}
