import type { z } from 'zod'

/** A field of a form, as its schema has it. */
export interface Field {
  /** Name in the form: `phone`, `birth.year`, `people[0].callName`. */
  name: string
  kind: 'text' | 'choice' | 'list' | 'tick' | 'number' | 'file' | 'fixed'
  /** The values of a choice, or of the members of a list. */
  values: string[]
}

interface Def {
  type: string
  shape?: Record<string, Node>
  in?: Node
  out?: Node
  innerType?: Node
  element?: Node
  options?: Node[]
  values?: unknown[]
  entries?: Record<string, string>
}

interface Node {
  def: Def
}

/** Through what a schema does to a value, to what it asks for. */
function asked({ def }: Node): Def {
  if (def.type === 'pipe') return asked(def.in!.def.type === 'transform' ? def.out! : def.in!)
  return def.innerType ? asked(def.innerType) : def
}

function isPreprocessed({ def }: Node): boolean {
  if (def.type === 'pipe') return def.in!.def.type === 'transform' || isPreprocessed(def.in!)
  return def.innerType ? isPreprocessed(def.innerType) : false
}

function valuesOf(def: Def): string[] {
  if (def.type === 'enum') return Object.values(def.entries ?? {})
  if (def.type === 'literal') return (def.values ?? []).map(String)
  return (def.options ?? []).flatMap((option) => valuesOf(asked(option)))
}

function leaf(name: string, def: Def): Field {
  const values = valuesOf(def)
  if (def.type === 'literal') return { name, kind: 'fixed', values }
  if (values.length > 0) return { name, kind: 'choice', values }
  const kinds: Record<string, Field['kind']> = { boolean: 'tick', number: 'number', custom: 'file' }
  return { name, kind: kinds[def.type] ?? 'text', values }
}

function below(name: string, node: Node): Field[] {
  const def = asked(node)
  if (def.type === 'object') return Object.entries(def.shape!).flatMap(([key, part]) => below(name ? `${name}.${key}` : key, part))
  // Which rows there are, only the page knows; its form says so.
  if (def.type === 'record') return []
  if (def.type !== 'array') return [leaf(name, def)]
  const element = asked(def.element!)
  if (element.type === 'object') return below(`${name}[0]`, def.element!)
  return isPreprocessed(node) ? [{ name, kind: 'list', values: valuesOf(element) }] : [leaf(name, element)]
}

/** The fields of a form out of its schema; of alternatives, those of the one that `typed` chooses. */
export function fieldsOf(schema: z.ZodType, typed: Record<string, unknown>): Field[] {
  const def = asked(schema as unknown as Node)
  if (def.type !== 'union') return below('', schema as unknown as Node)
  const chosen = def.options!.find((option) => below('', option).every(({ kind, name, values }) => kind !== 'fixed' || values.includes(String(typed[name]))))
  return below('', chosen ?? def.options![0]!)
}
