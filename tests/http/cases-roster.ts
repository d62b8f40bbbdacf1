import type { FormCase } from './case.ts'
import { type Town, withLink } from './town.ts'

const willing = { answer: 'willing', areas: ['北区'], weekdays: ['2'], parts: ['morning'], steps: ['1', '4'], monthlyCap: '2' }

/** Forms of giving the roster to municipalities, and of asking again. */
export async function rosterCases(town: Town): Promise<FormCase[]> {
  const { world, roster, stage: { database } } = town
  const desk = { as: await town.hat(world.rosterOfficer), stranger: town.stranger.roster }
  const aoba = { as: await town.hat(world.aobaDispatch), stranger: town.stranger.dispatch }
  const asked = (personId: string) => database.asOwner((tx) => tx.reconfirmation.findFirstOrThrow({ where: { personId } }))
  const reconfirmationId = (await asked(roster.askedByLink)).id
  const link = await database.asOwner((tx) => tx.linkToken.findFirstOrThrow({ where: { reconfirmationId } }))
  const phone = await asked(roster.askedByPhone)
  return [
    { form: 'training/provision-new#send', as: desk.as, path: '/desk/provisions/new', typed: { recipientId: world.shirakaba.id, purpose: '派遣の調整', items: ['workingName'] }, foreign: { recipientId: world.tonari.id } },
    { form: 'training/provision#deliver', ...desk, path: `/desk/provisions/${roster.prepared}`, typed: {} },
    { form: 'training/provision#reissue', ...desk, path: `/desk/provisions/${roster.recalled}`, typed: {} },
    { form: 'municipality/received#accept', as: await town.hat(world.kuromatsuDispatch), stranger: aoba.as, path: `/desk/received/${roster.toAccept}`, typed: { agreed: 'on' } },
    { form: 'municipality/received#acknowledge', ...aoba, path: `/desk/received/${roster.recalled}`, typed: { copies: 'none' } },
    { form: 'municipality/reconfirmations#record', as: aoba.as, path: '/desk/reconfirmations', typed: { reconfirmationId: phone.id, version: String(phone.version), channel: 'phone', ...willing } },
    { form: 'municipality/reconfirmations#ask', as: aoba.as, path: '/desk/reconfirmations', typed: { dueOn: '2026-12-05' } },
    { form: 'supporter/reconfirm#send', as: withLink(link.id), path: '/reconfirm', typed: willing },
  ]
}
