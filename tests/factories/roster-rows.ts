import { kanaSortKey, nameSearchKey } from '#app/shared/kana.ts'
import type { Stage } from './stage.ts'

/** What is told of a supporter on the roster; the rest is usual. */
export interface SupporterPlan {
  name?: string
  kana?: string
  workingName?: string
  state?: 'willing' | 'asked' | 'resting' | 'declined' | 'noAnswer'
  areas?: string[]
  slots?: [number, string][]
  steps?: number[]
  isPeer?: boolean | null
  insured?: boolean
  pausedFrom?: string
}

/** A supporter who can be searched for and asked. */
export interface MadeSupporter {
  personId: string
  reconfirmationId: string
  name: string
}

let made = 0

/** Rows of a supporter on the roster handed to あおば市, from the account to the reconfirmation of this year. */
export async function rosterRow(stage: Stage, plan: SupporterPlan = {}): Promise<MadeSupporter> {
  made += 1
  const { world, database } = stage
  const [midori, aoba] = [world.midori.id, world.aoba.id]
  const no = made
  const name = plan.name ?? `見本 ${no}`
  const kana = plan.kana ?? `ミホン ${'アイウエオカキクケコ'[no % 10]}`
  const id = Object.fromEntries(
    ['person', 'text', 'consent', 'course', 'application', 'completion', 'entry', 'provision', 'entered', 'reconfirmation', 'cover']
      .map((key) => [key, world.ids.next()]),
  ) as Record<string, string>
  await database.owner.tamper(async (sql) => {
    await sql(`insert into person (id, login_email, display_name) values ($1, $2, $3)`, [id.person, `s${no}@mihon.example.jp`, name])
    await sql(`insert into account (person_id, password_hash) values ($1, 'x')`, [id.person])
    await sql(`insert into supporter (person_id, paused_from) values ($1, $2)`, [id.person, plan.pausedFrom ?? null])
    await sql(
      `insert into consent_text (id, body_id, no, title, body, sha256, in_force_from)
       values ($1, $2, $3, '同意書', '{}', sha256('x'), '2026-04-01')`, [id.text, midori, no])
    await sql(
      `insert into roster_consent (id, body_id, person_id, text_id, state, explained_at, chosen_at, signed_at, method, covers_planned,
         allow_peer)
       values ($1, $2, $3, $4, 'signed', '2026-05-01', '2026-05-01', '2026-05-02', 'drawn', true, true)`,
      [id.consent, midori, id.person, id.text])
    await sql(
      `insert into roster_entry (id, body_id, person_id, completion_id, consent_id, fiscal_year, registration_no, state,
         valid_from, valid_to, name, kana, kana_sort, name_search, working_name)
       values ($1, $2, $3, $4, $5, 2026, $6, 'active', '2026-05-03', '2027-03-31', $7, $8, $9, $10, $11)`,
      [id.entry, midori, id.person, id.completion, id.consent, no, name, kana, kanaSortKey(kana), nameSearchKey(name), plan.workingName ?? null])
    await sql(
      `insert into provision (id, body_id, recipient_id, fiscal_year, no, purpose, state, delivered_at,
         terms_accepted_at, expires_on)
       values ($1, $2, $3, 2026, $4, '派遣調整', 'received', '2026-06-01', '2026-06-02', '2027-03-31')`, [id.provision, midori, aoba, no])
    await sql(
      `insert into provision_entry (id, provision_id, body_id, recipient_id, roster_entry_id, person_id, released_at)
       values ($1, $2, $3, $4, $5, $6, '2026-06-01')`, [id.entered, id.provision, midori, aoba, id.entry, id.person])
    await sql(
      `insert into provision_profile (entry_id, recipient_id, person_id, name, kana, kana_sort, name_search, working_name, home_area, is_peer)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'あおば市', $9)`,
      [id.entered, aoba, id.person, name, kana, kanaSortKey(kana), nameSearchKey(name), plan.workingName ?? null, plan.isPeer ?? null])
    await sql(
      `insert into reconfirmation (id, body_id, person_id, provision_entry_id, fiscal_year, state, monthly_cap)
       values ($1, $2, $3, $4, 2026, $5, 2)`, [id.reconfirmation, aoba, id.person, id.entered, plan.state ?? 'willing'])
    for (const area of plan.areas ?? ['北区']) {
      await sql(`insert into reconfirmation_area values ($1, $2, $3, $4)`, [id.reconfirmation, aoba, id.person, area])
    }
    for (const [weekday, part] of plan.slots ?? [[4, 'afternoon']]) {
      await sql(`insert into reconfirmation_slot values ($1, $2, $3, $4, $5)`, [id.reconfirmation, aoba, id.person, weekday, part])
    }
    for (const step of plan.steps ?? []) {
      await sql(`insert into reconfirmation_step values ($1, $2, $3, $4)`, [id.reconfirmation, aoba, id.person, step])
    }
    if (plan.insured ?? true) {
      await sql(
        `insert into insurance_cover (id, body_id, person_id, starts_on, ends_on) values ($1, $2, $3, '2026-05-04', '2027-03-31')`,
        [id.cover, aoba, id.person])
    }
  })
  return { personId: id.person!, reconfirmationId: id.reconfirmation!, name: plan.workingName ?? name }
}
