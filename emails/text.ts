import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'

/** Columns of a line of text mail; a full-width letter takes two. */
const lineColumns = 75
/** A line is rather broken after a 、 than filled, when what moves down is no longer than this. */
const phraseColumns = 44

/** Must not begin a line (行頭禁則). */
const notFirst = new Set('、。，．）」』】〉》ー々っゃゅょッャュョぁぃぅぇぉァィゥェォ・？！：'.split(''))
/** Must not end a line (行末禁則). */
const notLast = new Set('（「『【〈《'.split(''))

/** Columns a text takes: ASCII and half-width kana one, everything else two. */
export function columns(text: string): number {
  let sum = 0
  for (const letter of text) sum += /^[\u0020-\u007e\uff61-\uff9f]$/u.test(letter) ? 1 : 2
  return sum
}

/** A run that stays together: a word, number or address in ASCII, or a single other letter. */
function pieces(line: string): string[] {
  return line.match(/[\u0021-\u007e]+|\s|[^\u0021-\u007e\s]/gu) ?? []
}

/** Where a line that is full is broken: how many of its last pieces move down to the next line. */
function carriedDown(line: string[], next: string): number {
  const mark = Math.max(line.lastIndexOf('、'), line.lastIndexOf('。'))
  if (mark >= 0 && !notFirst.has(line[mark + 1] ?? next) && columns(line.slice(mark + 1).join('')) <= phraseColumns) {
    return line.length - 1 - mark
  }
  let keep = line.length
  while (keep > 1 && (notFirst.has(line[keep] ?? next) || notLast.has(line[keep - 1]!))) keep -= 1
  return line.length - keep
}

/**
 * Breaks one paragraph into lines of at most 75 columns, after a 、 or 。 where one is near the end.
 * A web address stays whole on a line of its own.
 */
export function wrap(paragraph: string, indent = ''): string[] {
  const lines: string[] = []
  let line: string[] = []
  function push(part: string[]): void {
    lines.push(`${lines.length > 0 ? indent : ''}${part.join('').trimEnd()}`)
  }
  for (const piece of pieces(paragraph).flatMap(cutLong)) {
    const room = lineColumns - (lines.length > 0 ? columns(indent) : 0)
    if (line.length > 0 && columns(line.join('') + piece) > room) {
      const carried = line.splice(line.length - carriedDown(line, piece))
      push(line)
      line = carried
    }
    if (line.length > 0 || piece.trim() !== '') line.push(piece)
  }
  if (line.length > 0 || lines.length === 0) push(line)
  return lines
}

/** An endless ASCII run is cut so that it fits; a web address is not, because a cut one no longer opens. */
function cutLong(piece: string): string[] {
  if (/^https?:\/\//.test(piece) || columns(piece) <= lineColumns - 4) return [piece]
  return piece.match(/.{1,71}/gu) ?? [piece]
}

function isElement(node: ReactNode): node is ReactElement<{ children?: ReactNode }> {
  return isValidElement(node)
}

/** Calls our own components, which are plain functions of their props, until only HTML elements are left. */
function resolve(node: ReactElement<{ children?: ReactNode }>): ReactNode {
  if (typeof node.type === 'function') {
    return (node.type as (props: object) => ReactNode)(node.props)
  }
  return node.props.children
}

/** The words inside a paragraph; `<br/>` breaks the line. */
function inline(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node).replace(/\p{Cc}+/gu, ' ')
  if (Array.isArray(node)) return Children.toArray(node).map(inline).join('')
  if (!isElement(node)) return ''
  return node.type === 'br' ? '\n' : inline(resolve(node))
}

function paragraph(text: string): string {
  return text.split('\n').flatMap((line) => wrap(line)).join('\n')
}

function block(node: ReactElement<{ children?: ReactNode }>): string[] {
  const inside = node.props.children
  switch (node.type) {
    case 'p':
      return [paragraph(inline(inside))]
    case 'hr':
      return ['-'.repeat(40)]
    case 'ul':
      return [items(inside, 'li').map((item) => wrap(`・${inline(item)}`, '　').join('\n')).join('\n')]
    case 'dl':
      return [items(inside, 'div').map(fact).join('\n')]
    default:
      return blocks(resolve(node))
  }
}


/** The contents of every `tag` directly inside, seen through our own components. */
function items(node: ReactNode, tag: string): ReactNode[] {
  return Children.toArray(node).flatMap((child) => {
    if (!isElement(child)) return []
    return child.type === tag ? [child.props.children] : items(resolve(child), tag)
  })
}

function fact(node: ReactNode): string {
  const [name, value] = Children.toArray(node).map(inline)
  return wrap(`${name}：${value}`, '　').join('\n')
}

function blocks(node: ReactNode): string[] {
  return Children.toArray(node).flatMap((child) => (isElement(child) ? block(child) : []))
}

/**
 * The text part of a mail, from the same component as its HTML part. Knows `p ul li dl div hr a br`
 * and components of ours without state; anything else is passed through to its children.
 */
export function textOf(letter: ReactElement): string {
  return `${blocks(letter).join('\n\n')}\n`
}
