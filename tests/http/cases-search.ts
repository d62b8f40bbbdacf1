import { openedCase } from '#tests/factories/cases.ts'
import type { FormCase } from './case.ts'
import type { Town } from './town.ts'

/** Searches by a name: sent in the body, answered by the same page. */
export async function searchCases(town: Town): Promise<FormCase[]> {
  const { world } = town
  await openedCase(world)
  return [
    { form: 'centre/cases#send', as: await town.hat(world.coordinator), path: '/desk/cases', typed: { name: 'あおぞら' } },
    { form: 'municipality/dispatches#send', as: await town.hat(world.aobaDispatch), path: '/desk/dispatches?state=active', typed: { name: 'あおぞら' } },
    { form: 'training/roster#send', as: await town.hat(world.rosterOfficer), path: '/desk/roster', typed: { name: '千葉' } },
  ]
}
