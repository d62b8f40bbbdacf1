/** One control of a page as it was drawn: what the reader sees in it, and what describes it. */
export interface Control {
  tag: 'input' | 'textarea' | 'select' | 'button'
  type: string
  name: string
  /** The text in it; for a box or a row of choices the value it would send. */
  value: string
  /** Ticked, or chosen. */
  on: boolean
  invalid: boolean
  describedBy: string[]
  /** The values a list offers. */
  offers: string[]
  classes: string[]
}

/** A page as a browser without a script reads it. */
export interface Page {
  title: string
  forms: { controls: Control[] }[]
  controls: Control[]
  /** Text of the element with an id, without its tags. */
  textOf(id: string): string | undefined
  /** The sentences of the check above the title. */
  check: string[]
  /** Every address the page names. */
  addresses: string[]
  inlineStyles: number
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }

function plain(text: string): string {
  return text.replace(/&(#?\w+);/g, (all, name: string) => entities[name.toLowerCase()] ?? all)
}

function words(html: string): string {
  return plain(html.replace(/<!--.*?-->|<[^>]*>/gs, ''))
}

function attributes(tag: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name, value] of tag.matchAll(/\s([\w:-]+)(?:="([^"]*)")?/g)) found[name!.toLowerCase()] = plain(value ?? '')
  return found
}

const controlTag = /<(input)\b([^>]*)>|<(textarea)\b([^>]*)>(.*?)<\/textarea>|<(select)\b([^>]*)>(.*?)<\/select>|<(button)\b([^>]*)>/gs

function controlsOf(html: string): Control[] {
  return [...html.matchAll(controlTag)].map((match) => {
    const tag = (match[1] ?? match[3] ?? match[6] ?? match[9]) as Control['tag']
    const own = attributes(match[2] ?? match[4] ?? match[7] ?? match[10] ?? '')
    const options = [...(match[8] ?? '').matchAll(/<option\b([^>]*)>/g)].map(([, text]) => attributes(text!))
    const chosen = options.find((option) => 'selected' in option) ?? options[0]
    // A line end right after the tag is not part of a text field's value.
    const text = tag === 'textarea' ? plain((match[5] ?? '').replace(/^\n/, '')) : own.value
    return {
      tag,
      type: own.type ?? (tag === 'button' ? 'submit' : tag === 'input' ? 'text' : ''),
      name: own.name ?? '',
      value: tag === 'select' ? (chosen?.value ?? '') : (text ?? ''),
      on: 'checked' in own,
      invalid: own['aria-invalid'] === 'true',
      describedBy: (own['aria-describedby'] ?? '').split(' ').filter(Boolean),
      offers: options.map((option) => option.value ?? ''),
      classes: (own.class ?? '').split(' '),
    }
  })
}

/** The inside of the element whose opening tag ends at `from`. */
function inside(html: string, tag: string, from: number): string {
  let depth = 1
  const tags = new RegExp(`<(/?)${tag}\\b[^>]*>`, 'g')
  tags.lastIndex = from
  for (let found = tags.exec(html); found; found = tags.exec(html)) {
    depth += found[1] ? -1 : 1
    if (depth === 0) return html.slice(from, found.index)
  }
  return html.slice(from)
}

function inner(html: string, opening: RegExp): string | undefined {
  const found = opening.exec(html)
  return found ? inside(html, found[1]!, found.index + found[0].length) : undefined
}

/** Reads what React drew; it writes every attribute in quotation marks. */
export function readPage(html: string): Page {
  const body = html.replace(/<script\b.*?<\/script>/gs, '')
  const check = inner(body, /<(div) class="check"[^>]*>/) ?? ''
  return {
    title: words(/<title>(.*?)<\/title>/s.exec(body)?.[1] ?? ''),
    forms: [...body.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].map(([, content]) => ({ controls: controlsOf(content!) })),
    controls: controlsOf(body),
    textOf(id) {
      const found = inner(body, new RegExp(`<(\\w+)\\b[^>]*\\sid="${escaped(id)}"[^>]*>`))
      return found === undefined ? undefined : words(found)
    },
    check: [...check.matchAll(/<li>(.*?)<\/li>/gs)].map(([, text]) => words(text!)),
    addresses: [...body.matchAll(/\s(?:href|src|action|formaction|poster|data)="([^"]*)"/g)].map(([, to]) => plain(to!)),
    inlineStyles: [...body.matchAll(/<[^>]*\sstyle="/g)].length,
  }
}

function escaped(id: string): string {
  return id.replace(/&/g, '&amp;').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
