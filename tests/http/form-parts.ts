import type { Intent } from '#app/http/submit.server.ts'
import { places } from './build.ts'
import type { FormCase } from './case.ts'
import { activityCases } from './cases-activity.ts'
import { cardCases, centreCases, planCases, requestCases } from './cases-dispatch.ts'
import { rosterCases } from './cases-roster.ts'
import { searchCases } from './cases-search.ts'
import { consentCases, publicCases, trainingCases } from './cases-training.ts'
import type { Town } from './town.ts'

type Maker = (town: Town) => Promise<FormCase[]>

/** Part of the product, with what makes its cases; each has a test file `forms-<part>.test.ts` and a town of its own. */
export const parts = {
  joining: [publicCases, trainingCases, consentCases],
  asking: [rosterCases, centreCases, requestCases, searchCases],
  visiting: [cardCases, planCases, activityCases],
} satisfies Record<string, Maker[]>

export type Part = keyof typeof parts

const visiting = /^(client\/(?!close#)|supporter\/(plan|proposal|visit|report|incident-new)#|office\/|municipality\/(plan|visit-new|dispatch|report|incident|stop)#)/
const asking = /^(centre|municipality)\/|^training\/(provision|roster)|^supporter\/reconfirm#/

/** The one part that a form belongs to. */
export function partOf(form: string): Part {
  if (visiting.test(form)) return 'visiting'
  return asking.test(form) ? 'asking' : 'joining'
}

/** Every form of every route: `supporter/visit#hold`, with what its action asks for; null where it asks for nothing. */
export async function everyForm(): Promise<Map<string, Intent | null>> {
  const forms = new Map<string, Intent | null>()
  for (const { name, intents } of await places()) {
    if (intents && Object.keys(intents).length === 0) forms.set(`${name}#`, null)
    for (const [button, intent] of Object.entries(intents ?? {})) forms.set(`${name}#${button}`, intent)
  }
  return forms
}
