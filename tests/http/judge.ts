import type { Answer } from './site.ts'
import type { Entry } from './form-body.ts'
import { type Control, type Page, readPage } from './page.ts'

const japanese = /[ぁ-んァ-ヶ一-龠]/
const machine = /undefined|null|NaN|\[object|Invalid|expected|received|Error|Prisma|zod/

/** True for a sentence a reader can follow: Japanese, and no word of the machinery. */
export function isPlain(sentence: string): boolean {
  return japanese.test(sentence) && !machine.test(sentence)
}

/** What must hold of a page that gives a form back. */
export function judgeReturned(answer: Answer, posted: readonly Entry[], errors: Record<string, string[] | null>): string[] {
  const page = readPage(answer.text)
  const said = Object.entries(errors).filter((entry): entry is [string, string[]] => Boolean(entry[1]?.length))
  return [
    ...judgeFrame(page),
    ...said.flatMap(([name, sentences]) => judgeField(page, name, sentences)),
    ...judgeKept(page, posted),
  ]
}

function judgeFrame(page: Page): string[] {
  const complaints: string[] = []
  if (page.check.length === 0) complaints.push('no check above the title')
  if (!page.title.startsWith('入力の確認：')) complaints.push(`title 「${page.title}」`)
  for (const sentence of page.check) if (!isPlain(sentence)) complaints.push(`sentence 「${sentence}」`)
  return complaints
}

/** The controls that a name of the schema stands for: itself, its rows, or its parts. */
function controlsFor(page: Page, name: string): Control[] {
  const group = name.replace(/\[\d+\]$/, '')
  return page.controls.filter(
    (control) => control.name === name || control.name === group || control.name.startsWith(`${name}.`) || control.name.startsWith(`${name}[`),
  )
}

function judgeField(page: Page, name: string, sentences: string[]): string[] {
  const complaints = sentences.filter((sentence) => !isPlain(sentence)).map((sentence) => `${name}: sentence 「${sentence}」`)
  const visible = controlsFor(page, name).filter(({ tag, type }) => type !== 'hidden' && tag !== 'button')
  if (name === '' || visible.length === 0) {
    const found = sentences.some((sentence) => page.check.some((line) => line.includes(bare(sentence))))
    return found ? complaints : [...complaints, `${name || 'form'}: its sentence is not in the check`]
  }
  const texts = visible.flatMap(({ describedBy }) => describedBy).map((id) => page.textOf(id) ?? '')
  const beside = sentences.some((sentence) => texts.some((text) => text.includes(bare(sentence))))
  if (!beside) complaints.push(`${name}: no sentence beside the field`)
  const typed = visible.filter(({ type }) => type !== 'radio' && type !== 'checkbox')
  if (typed.length > 0 && !typed.some(({ invalid }) => invalid)) complaints.push(`${name}: not marked invalid`)
  return complaints
}

function bare(sentence: string): string {
  return sentence.replace(/例：.*$/s, '').trim()
}

const lines = (text: string) => text.replace(/\r\n?/g, '\n')

/** A half of a character arrives as the mark of broken encoding, and is kept as that; no page holds a zero. */
const arrived = (text: string) => lines(text).replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd\ufffd\ufffd')

/** Whatever was typed into a field of the page stands in it again; a password and a file never do. */
export function judgeKept(page: Page, posted: readonly Entry[]): string[] {
  const names = [...new Set(posted.map(([name]) => name))]
  return names.flatMap((name) => {
    const values = posted.flatMap(([given, value]) => (given === name && typeof value === 'string' ? [arrived(value)] : []))
    // Parts below a text are sent by no page of ours.
    if (names.some((other) => other.startsWith(`${name}[`) || other.startsWith(`${name}.`))) return []
    const drawn = page.controls.filter((control) => control.name === name)
    return drawn.length === 0 || values.length !== 1 || keeps(drawn, values[0]!) ? [] : [`${name}: what was typed is gone`]
  })
}

function keeps(drawn: Control[], value: string): boolean {
  if (drawn.some(({ type }) => type === 'password')) return drawn.every((control) => control.value === '')
  const [first] = drawn as [Control]
  if (first.tag === 'button' || first.type === 'hidden' || first.type === 'file') return true
  if (first.type === 'radio' || first.type === 'checkbox') {
    const own = drawn.filter((control) => control.value === value)
    return own.length === 0 || own.some(({ on }) => on)
  }
  if (first.tag === 'select') return !first.offers.includes(value) || drawn.some((control) => control.value === value)
  return drawn.some((control) => lines(control.value) === value)
}

/** What every answer carries, whatever it says. */
export function judgeHeaders({ headers, status, text }: Answer): string[] {
  const complaints: string[] = text.includes('\0') ? ['zeros in the page'] : []
  const policy = headers['content-security-policy'] ?? ''
  const wanted: Record<string, RegExp> = {
    'x-content-type-options': /^nosniff$/, 'referrer-policy': /^same-origin$/, 'cross-origin-opener-policy': /^same-origin$/,
    'cross-origin-resource-policy': /^same-origin$/, 'permissions-policy': /camera=\(\)/, 'cache-control': /no-store/,
  }
  for (const [name, pattern] of Object.entries(wanted)) {
    if (!pattern.test(String(headers[name] ?? ''))) complaints.push(`${name}: ${String(headers[name])}`)
  }
  const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(String(policy))?.[1]
  if (!nonce || /unsafe/.test(String(policy))) complaints.push('the policy for contents is weak')
  const scripts = [...text.matchAll(/<script\b([^>]*)>/g)].filter(([, own]) => !own!.includes(`nonce="${nonce ?? ''}"`))
  if (scripts.length > 0) complaints.push(`${scripts.length} scripts without the nonce`)
  if (status >= 500) complaints.push(`status ${status}`)
  return complaints
}
