// Every form of the product is sent everything that can be wrong with it, over HTTP, as its own page drew it. The
// forms are the buttons of the routes' actions and their fields come from the schemas, so that a new one without a
// case fails in the file of its part.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FormCase } from './case.ts'
import { watch } from './fingerprint.ts'
import { everyForm, type Part, partOf, parts } from './form-parts.ts'
import { errorsIn, everyField, foreignOnes, type Ground, strangeOnes, takenOnce } from './form-trials.ts'
import { filled, senderAt } from './sender.ts'
import { openSite, type Site } from './site.ts'
import { openTown, type Town } from './town.ts'

/** Each complaint once, with the first occasion for it. */
function once(complaints: string[]): string[] {
  return [...new Map(complaints.map((complaint) => [complaint.split(' (')[0], complaint])).values()]
}

// Where one button decides nothing, it is pressed before the others.
const undecided = /#(keep|autosave|save|later|notYet|whole|split)$/

/** Tries every form of a part of the product, in a town of its own. */
export async function tryEveryForm(part: Part): Promise<void> {
  const every = await everyForm()
  const forms = [...every.keys()].filter((form) => partOf(form) === part)
  let town: Town
  let site: Site
  let ground: Ground
  let cases: Map<string, FormCase>

  beforeAll(async () => {
    town = await openTown()
    const made: FormCase[] = []
    for (const make of parts[part]) made.push(...(await make(town)))
    cases = new Map(made.map((one) => [one.form, one]))
    site = await openSite()
    ground = { sender: senderAt(site), rows: watch(town.stage) }
  }, 240_000)
  afterAll(async () => {
    await site.close()
    await town.stage.close()
  })

  it('every form of this part is sent here, and no other', () => {
    expect([...cases.keys()].sort()).toEqual(forms.sort())
  })

  const order = [...forms].sort((a, b) => Number(undecided.test(b)) - Number(undecided.test(a)))
  it.each(order)('%s', async (form) => {
    const intent = every.get(form) ?? null
    const one = cases.get(form)!
    const drawn = await ground.sender.draw(one)
    const good = filled(drawn, one)
    const trial = { ...ground, one, intent, good, turn: order.indexOf(form) }
    await ground.rows.changed()
    const complaints = [
      ...Object.entries((intent && errorsIn(intent, good)) ?? {}).map(([name, said]) => `the page’s own ${name}: ${String(said)}`),
      ...(intent ? await everyField(trial, intent, drawn) : []),
      ...(await foreignOnes(trial)),
      ...(await strangeOnes(trial)),
      ...(await takenOnce(trial)),
    ]
    const found = once(complaints)
    if (found.length > 0) throw new Error(found.join('\n'))
  })
}
