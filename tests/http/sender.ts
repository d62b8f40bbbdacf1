import { randomUUID } from 'node:crypto'
import { type Answer, fromOurPage, type Site } from './site.ts'
import { bodyOf, type Body, type Entry } from './form-body.ts'
import type { FormCase } from './case.ts'
import { type Control, type Page, readPage } from './page.ts'

/** A form as its page drew it, ready to be filled in. */
export interface Drawn {
  page: Page
  controls: Control[]
  /** What the page itself sends with the form, before anything is typed. */
  carried: Entry[]
}

/** Sends like one browser: keeps the visitor's cookie. */
export interface Sender {
  draw(one: FormCase): Promise<Drawn>
  get(path: string, cookie?: string): Promise<Answer>
  post(path: string, cookie: string, entries: readonly Entry[], headers?: Record<string, string>): Promise<Answer>
  send(path: string, cookie: string, body: Body, headers?: Record<string, string>): Promise<Answer>
}

/** The button of a case. */
export function buttonOf(one: FormCase): string {
  return one.form.split('#')[1] ?? ''
}

/** A browser at a site. */
export function senderAt(site: Site): Sender {
  const kept = new Map<string, string>()
  function cookieOf(own: string): string {
    return [own, ...(own === '' ? kept.values() : [])].filter(Boolean).join('; ')
  }
  function keep(own: string, answer: Answer): Answer {
    for (const line of own === '' ? (answer.headers['set-cookie'] ?? []) : []) {
      const pair = line.split(';')[0]!
      if (pair.startsWith('yr_visitor=')) kept.set('yr_visitor', pair)
    }
    return answer
  }
  const sender: Sender = {
    get: async (path, own = '') => keep(own, await site.ask(path, { headers: { cookie: cookieOf(own) } })),
    post: async (path, own, entries, headers) => sender.send(path, own, await bodyOf(entries), headers),
    async send(path, own, { type, bytes }, headers = fromOurPage) {
      const all = { 'content-type': type, cookie: cookieOf(own), ...headers }
      return keep(own, await site.ask(path, { method: 'POST', headers: all, body: bytes }))
    },
    async draw(one) {
      const answer = await sender.get(one.drawnAt ?? one.path, one.as)
      const page = readPage(answer.text)
      if (one.noForm) return { page, controls: [], carried: [['_key', randomUUID()], ['_intent', buttonOf(one)]] }
      const controls = formOf(page, one)
      if (!controls) throw new Error(`${one.form}: no such form on ${one.drawnAt ?? one.path} (${answer.status})`)
      return { page, controls, carried: carriedBy(controls, buttonOf(one)) }
    },
  }
  return sender
}

/** The form of a page that a case is about: by its button, then by the record it names. */
export function formOf(page: Page, one: FormCase): Control[] | undefined {
  const button = buttonOf(one)
  const fits = page.forms.filter(({ controls }) => {
    const own = controls.filter(({ name }) => name === '_intent')
    const fixed = own.find(({ type }) => type === 'hidden')
    if (fixed) return fixed.value === button
    const named = own.some(({ value }) => value === button)
    return named || (button === 'send' && holds(controls, one))
  })
  return (fits.find(({ controls }) => names(controls, one)) ?? fits[0])?.controls
}

function holds(controls: Control[], { typed }: FormCase): boolean {
  const ours = controls.some(({ name }) => name === '_key') || Object.keys(typed).length > 0
  return ours && Object.keys(typed).every((name) => !/\[/.test(name) && name !== 'version' ? controls.some((control) => control.name === name) : true)
}

function names(controls: Control[], { typed }: FormCase): boolean {
  const hidden = controls.filter(({ type, name }) => type === 'hidden' && name in typed)
  return hidden.length > 0 && hidden.every(({ name, value }) => typed[name] === value || value === '')
}

function carriedBy(controls: Control[], button: string): Entry[] {
  const entries: Entry[] = []
  for (const { tag, type, name, value, on } of controls) {
    if (name === '' || tag === 'button' || type === 'file') continue
    if ((type === 'radio' || type === 'checkbox') && !on) continue
    entries.push([name, value])
  }
  const isNamed = entries.some(([name]) => name === '_intent')
  return button && !isNamed ? [...entries, ['_intent', button]] : entries
}

/** What is sent when a good form is filled in. */
export function filled({ carried }: Pick<Drawn, 'carried'>, { typed }: FormCase): Entry[] {
  const own = Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one): Entry => [name, one]))
  return [...carried.filter(([name]) => !(name in typed)), ...own]
}
