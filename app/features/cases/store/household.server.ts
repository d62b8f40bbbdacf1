import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openOptional } from '#app/platform/fields.server.ts'
import { relations, ruleCodes } from '../domain/types.ts'
import type { Relation, RuleCode } from '../domain/types.ts'
import type { Member, Rule } from '../facts.ts'
import { ruleWords } from '../messages/words.ts'

/** The household of a case, opened; only within the caseload. */
export async function membersOf(tx: Tx, caseId: string): Promise<Member[]> {
  const rows = await tx.casePerson.findMany({
    where: { caseId },
    include: { casePersonPrivate: true },
  })
  const inOrder = rows.sort((a, b) => placeOf(a.relation) - placeOf(b.relation))
  return inOrder.map((row) => {
    const [sealed] = row.casePersonPrivate
    return {
      id: row.id,
      relation: row.relation as Relation,
      callName: row.callName,
      name: openOptional('case_person_private.name', row.id, sealed?.nameEnc ?? null),
      phone: openOptional('case_person_private.phone', row.id, sealed?.phoneEnc ?? null),
      address: openOptional('case_person_private.address', row.id, sealed?.addressEnc ?? null),
    }
  })
}

/** The rules of contact in words, as another desk that calls or writes is told them. */
export async function wordedRules(tx: Tx, caseId: string): Promise<{ name: string; text: string }[]> {
  return (await rulesOf(tx, caseId)).map(({ code, note }) => ({ name: ruleWords[code].name, text: note ?? ruleWords[code].text }))
}

/** The person first, then as households are listed. */
function placeOf(relation: string): number {
  return relations.findIndex((known) => known === relation)
}

/** The rules of contact in force; nothing outside the caseload. */
export async function rulesOf(tx: Tx, caseId: string): Promise<Rule[]> {
  const rows = await tx.contactRule.findMany({ where: { caseId, endedAt: null } })
  const inOrder = rows.sort((a, b) => ruleCodes.findIndex((code) => code === a.rule) - ruleCodes.findIndex((code) => code === b.rule))
  return inOrder.map((row) => ({
    code: row.rule as RuleCode,
    note: openOptional('contact_rule.note', row.id, row.noteEnc),
  }))
}
