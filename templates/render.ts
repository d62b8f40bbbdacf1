import { documentMeta } from './fields.ts'
import { fingerprint } from './fingerprint.ts'
import { createFrame } from './frame/frame.ts'
import { documentKinds, templateOf } from './registry.ts'
import type { DocumentMeta } from './fields.ts'
import type { DocumentData, DocumentKind } from './kinds.ts'

/** A finished PDF. `fingerprint` is that of the data; the bytes have a hash of their own. */
export interface RenderedDocument {
  bytes: Uint8Array
  pageCount: number
  /** Characters that no font has: printed as 〓. */
  missing: string[]
  /** Characters printed in their usual form because no font has the variant written. */
  simplified: string[]
  fingerprint: string
}

/**
 * Renders a document in its version, a new one in the newest. The same kind, data and meta always give the same
 * bytes; still, bytes are rendered once, stored and never made again, because fonts and templates change. Throws
 * ZodError when data or meta do not fit the schema. Takes some ten to a hundred milliseconds of computing: call it
 * from a job, outside any transaction.
 */
export async function renderDocument<K extends DocumentKind>(
  kind: K,
  data: DocumentData<K>,
  meta: DocumentMeta,
  version: number = documentKinds[kind].version,
): Promise<RenderedDocument> {
  const template = templateOf(kind, version)
  const content = template.schema.parse(data)
  const about = documentMeta.parse(meta)
  const print = fingerprint(content)
  const { frame, finish } = createFrame({
    meta: about,
    title: template.title,
    formNo: about.formNo ?? template.formNo,
    edition: template.edition,
    fingerprint: about.checkCode ? print : null,
  })
  template.render(content, frame)
  return { ...(await finish()), fingerprint: print }
}
