// Everything that can be wrong with one form, sent as its own page drew it; each trial gives what it complains of.
import { randomUUID } from 'node:crypto'
import { parseWithZod } from '@conform-to/zod/v4'
import fc from 'fast-check'
import type { Intent } from '#app/http/submit.server.ts'
import { type BadKind, badKinds, neverTaken, spoilt, strangeNames } from './bad.ts'
import type { FormCase } from './case.ts'
import type { watch } from './fingerprint.ts'
import { asRead, type Entry, multipart } from './form-body.ts'
import { isPlain, judgeHeaders, judgeKept, judgeReturned } from './judge.ts'
import { readPage } from './page.ts'
import { type Field, fieldsOf } from './schema.ts'
import { type Drawn, formOf, type Sender } from './sender.ts'
import type { Answer } from './site.ts'

/** The same bad values on every run; another seed sends others. */
const seed = Number(process.env.FORMS_SEED ?? 20261121)

/** A browser, and who watches the rows behind it. */
export interface Ground {
  sender: Sender
  rows: ReturnType<typeof watch>
}

/** One form on trial. */
export interface Trial extends Ground {
  one: FormCase
  /** What the action asks for; null where it asks for nothing. */
  intent: Intent | null
  /** What would be taken. */
  good: Entry[]
  /** Which form of its part it is: what every form reads in the same way, the forms try by turns. */
  turn: number
}

/** The errors the schema itself finds in these entries; null when it takes them. */
export function errorsIn(intent: Intent, entries: readonly Entry[]): Record<string, string[] | null> | null {
  const submission = parseWithZod(asRead(entries), { schema: intent.schema, error: () => 'もう一度、入力してください' })
  return submission.status === 'success' ? null : (submission.reply().error ?? {})
}

function without(entries: readonly Entry[], { name }: Field): Entry[] {
  return entries.filter(([given]) => given !== name && !given.startsWith(`${name}.`))
}

/** The whole form with some of its fields spoilt. */
function spoil(good: readonly Entry[], bad: [Field, BadKind][], salt: number): Entry[] {
  return bad.reduce<Entry[]>((entries, [field, kind], i) => {
    const own = entries.filter(([name]) => name === field.name)
    const [made = []] = fc.sample(spoilt(kind, field, own), { numRuns: 1, seed: seed + salt * 100 + i })
    return [...without(entries, field), ...made]
  }, [...good])
}

async function refused(trial: Trial, entries: readonly Entry[], errors: Record<string, string[] | null>): Promise<string[]> {
  const answer = await trial.sender.post(trial.one.path, trial.one.as, entries)
  const complaints = answer.status === 400 ? judgeReturned(answer, entries, errors) : [`status ${answer.status}`]
  return [...complaints, ...judgeHeaders(answer), ...(await unchanged(trial))]
}

/** What nobody typed is wrong: the page says so above its title. */
async function carriedRefused(trial: Trial, entries: readonly Entry[]): Promise<string[]> {
  const answer = await trial.sender.post(trial.one.path, trial.one.as, entries)
  const { check } = readPage(answer.text)
  const said = [400, 404].includes(answer.status) ? [] : [`status ${answer.status}`]
  const silent = answer.status === 400 && !(check.length > 0 && check.every(isPlain)) ? [`no plain check: ${check.join(' / ')}`] : []
  return [...said, ...silent, ...judgeHeaders(answer), ...(await unchanged(trial))]
}

/**
 * What the page itself carries, spoilt alone: without it a page may not know which of its forms was sent. Each is left
 * out once; for every other way, the fields of one kind take turns, passing over those whose schema would take it.
 */
function carriedOnes(fields: Field[], intent: Intent, good: readonly Entry[]): { field: Field; kind: BadKind; entries: Entry[] }[] {
  return badKinds.flatMap((kind, turn) => {
    const tried = fields.map((_, i) => fields[(i + turn) % fields.length]!).map((field) => ({ field, kind, entries: spoil(good, [[field, kind]], 3) }))
    const refusedOnes = tried.filter(({ entries }) => errorsIn(intent, entries))
    return refusedOnes.filter(({ field }, i) => kind === 'missing' || refusedOnes.findIndex((other) => other.field.kind === field.kind) === i)
  })
}

/** Each field spoilt in each way, several at once so that each pair is met; then each alone as the schema sees it. */
export async function everyField(trial: Trial, intent: Intent, drawn: Drawn): Promise<string[]> {
  const { one, good } = trial
  const fields = fieldsOf(intent.schema, Object.fromEntries(good)).filter(({ kind }) => kind !== 'fixed')
  const complaints: string[] = []
  const carried = fields.filter(({ name }) => drawn.controls.some((control) => control.name === name && control.type === 'hidden'))
  const seen = fields.filter((field) => !carried.includes(field))
  for (const { field, kind, entries } of carriedOnes(carried, intent, good)) {
    const found = await carriedRefused(trial, entries)
    complaints.push(...found.map((complaint) => `${complaint} (${field.name} ${kind})`))
  }
  for (const [turn] of badKinds.entries()) {
    const pairs = seen.map((field, i): [Field, BadKind] => [field, badKinds[(i + turn) % badKinds.length]!])
    const sending = spoil(good, pairs, turn)
    const errors = seen.length > 0 ? errorsIn(intent, sending) : null
    if (!errors) continue
    const found = await refused(trial, sending, errors)
    const what = pairs.map(([{ name }, kind]) => `${name} ${kind}`).join(', ')
    complaints.push(...found.map((complaint) => `${complaint} (${what})`))
  }
  const texts = fields.filter(({ kind, name }) => kind === 'text' && !one.free?.includes(name))
  for (const field of texts) {
    for (const kind of neverTaken) {
      if (!errorsIn(intent, spoil(good, [[field, kind]], 7))) complaints.push(`${field.name}: ${kind} is taken`)
    }
  }
  return complaints
}

async function unchanged({ rows }: Ground): Promise<string[]> {
  return (await rows.changed()).map((table) => `${table} changed`)
}

/** Neither taken nor broken: a page or a form that says no. */
function saysNo(answer: Answer, allowed: number[]): string[] {
  const is = `${answer.status}${answer.status === 303 ? ` to ${String(answer.headers.location)}` : ''}`
  return [...(allowed.includes(answer.status) ? [] : [`status ${is}`]), ...judgeHeaders(answer)]
}

/** Sent to other addresses, by strangers, and naming what belongs to somebody else. */
export async function foreignOnes(trial: Trial): Promise<string[]> {
  const { one, good, sender } = trial
  const complaints: string[] = []
  async function tell(what: string, answer: Answer, allowed: number[]): Promise<void> {
    complaints.push(...[...saysNo(answer, allowed), ...(await unchanged(trial))].map((complaint) => `${what}: ${complaint}`))
  }
  const path = one.path.split('?')[0]!
  for (const id of /[0-9a-f-]{36}/.test(path) ? [randomUUID(), 'x', '%00', '%ff', '1'] : []) {
    await tell(`address with ${id}`, await sender.post(path.replace(/[0-9a-f-]{36}/, id), one.as, good), [404, 400])
  }
  if (one.stranger) await tell('a stranger', await sender.post(one.path, one.stranger, good), [404])
  for (const [name, id] of Object.entries(one.foreign ?? {})) {
    for (const value of [id, randomUUID()]) {
      const answer = await sender.post(one.path, one.as, good.map(([given, was]): Entry => (given === name ? [given, value] : [given, was])))
      await tell(`${name} of somebody else`, answer, [404, 400, 409])
    }
  }
  return complaints
}

/** From another site, of another kind, too large, with strange names, with files for texts. */
export async function strangeOnes(trial: Trial): Promise<string[]> {
  const { one, intent, good, turn, sender } = trial
  const complaints: string[] = []
  async function tell(what: string, answer: Answer, allowed: number[]): Promise<void> {
    complaints.push(...[...saysNo(answer, allowed), ...(await unchanged(trial))].map((complaint) => `${what}: ${complaint}`))
  }
  const foreign = [{ origin: 'https://elsewhere.example.jp' }, { 'sec-fetch-site': 'cross-site' }, {}, { origin: 'null' }]
  for (const headers of foreign) await tell(`from ${JSON.stringify(headers)}`, await sender.post(one.path, one.as, good, headers as Record<string, string>), [403])
  if (!intent) return complaints
  for (const type of ['application/json', 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x']) {
    await tell(type, await sender.send(one.path, one.as, { type, bytes: Buffer.from('{"a":1}') }), [400, 415])
  }
  const large = await sender.send(one.path, one.as, { type: 'application/x-www-form-urlencoded', bytes: Buffer.alloc(300_000, 'a') })
  await tell('too large', large, [413])
  if (!/大きすぎます/.test(large.text)) complaints.push('too large: no sentence')
  const files = good.map(([name, value]): Entry => (typeof value === 'string' && name !== '_intent' ? [name, new File([value], 'a.txt')] : [name, value]))
  const errors = errorsIn(intent, files)
  const texts = files.filter(([, value]) => typeof value === 'string')
  if (errors && Object.keys(errors).length > 0) {
    const answer = await sender.send(one.path, one.as, await multipart(files))
    await tell('files for texts', answer, [400])
  }
  for (const [name, value] of errorsIn(intent, texts) ? strangeNames.filter((_, i) => i % 3 === turn % 3) : []) {
    const answer = await sender.post(one.path, one.as, [...texts, [name, value]])
    await tell(`a field named ${JSON.stringify(name)}`, answer, [400, 404])
  }
  return complaints
}

/** Sent well, sent again, and sent once more from the page that is old by now. */
export async function takenOnce({ one, good, sender, rows }: Trial): Promise<string[]> {
  const first = await sender.post(one.path, one.as, good)
  const complaints = [303, 200].includes(first.status) ? [] : [`good input: status ${first.status} ${readPage(first.text).check.join(' / ')}`]
  await rows.changed()
  const second = await sender.post(one.path, one.as, good)
  const same = first.status === second.status && first.headers.location === second.headers.location
  const over = [404, 409, 410].includes(second.status) || second.headers.location === '/login'
  if (!same && !over) complaints.push(`sent twice: ${first.status} ${String(first.headers.location)}, then ${second.status} ${String(second.headers.location)} ${readPage(second.text).check.join(' / ')}`)
  complaints.push(...(await rows.changed()).filter((table) => table !== 'draft').map((table) => `sent twice: ${table} changed again`))
  const renewed = good.map(([name, value]): Entry => (name === '_key' ? [name, randomUUID()] : [name, value]))
  const old = await sender.post(one.path, one.as, renewed)
  if (old.status >= 500) complaints.push('sent from an old page: status 500')
  const again = readPage(old.text)
  if ([400, 409].includes(old.status) && formOf(again, one)) complaints.push(...judgeKept(again, renewed).map((complaint) => `sent from an old page: ${complaint}`))
  await rows.changed()
  return complaints
}

