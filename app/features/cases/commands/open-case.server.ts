import { hasRole } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import type { RuleCode } from '../domain/types.ts'
import { insertCase, insertMembers, insertRules, type NewMember, nextNumber } from '../store/case.server.ts'

/** A household that turned to the centre. */
export interface OpenCase {
  /** The name the house uses; an alias is enough. */
  alias: string
  people: NewMember[]
  rules: RuleCode[]
  callTime: string | null
  otherRule: string | null
  /** True: other coordinators do not even see that the case exists. */
  restricted: boolean
}

/** Opens a case with its household and rules of contact. Whoever opens it is in charge of it. */
export async function openCase(ctx: Ctx, input: OpenCase): Promise<Result<{ caseId: string }>> {
  const { actor } = ctx
  if (!hasRole(actor, 'coordinator') || !may(actor, 'case.open', { bodyId: actor.bodyId })) return refuse('notFound')
  if (input.people.length === 0) return refuse('case.noPerson', { field: 'people[0].callName' })
  const { bodyId, personId } = actor
  return act(ctx, async (tx) => {
    const caseId = ctx.ids.next()
    const year = fiscalYear(ctx.clock.today())
    const no = await nextNumber(tx, bodyId, 'case', year)
    const { alias, restricted } = input
    await insertCase(tx, ctx, { id: caseId, bodyId, fiscalYear: year, no, alias, restricted, personId })
    await insertMembers(tx, ctx, { caseId, bodyId }, input.people)
    await insertRules(tx, ctx, { caseId, bodyId }, rulesOf(input))
    const detail = { people: input.people.length, rules: input.rules.length, restricted }
    await audit(tx, { action: 'case.open', entity: 'support_case', id: caseId, detail })
    return ok({ caseId })
  })
}

function rulesOf({ rules, callTime, otherRule }: OpenCase): { code: RuleCode; note: string | null }[] {
  return [
    ...(callTime ? [{ code: 'callTime' as const, note: callTime }] : []),
    ...rules.map((code) => ({ code, note: null })),
    ...(otherRule ? [{ code: 'other' as const, note: otherRule }] : []),
  ]
}
