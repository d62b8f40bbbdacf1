import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { documentKinds, renderDocument } from '#templates/index.ts'
import { readPdf } from './read-pdf.ts'
import type { DocumentData, DocumentKind, DocumentMeta, RenderedDocument } from '#templates/index.ts'
import type { ReadPdf } from './read-pdf.ts'

export const meta: DocumentMeta = {
  no: '第R8-0044号',
  issuedOn: asTokyoDay('2026-11-21'),
  issuer: 'みどり県',
  checkCode: 'K7QM-2XHD-9RTB',
  checkAddress: 'https://yorisoi.example.jp/check',
  formNo: null,
}

export const blankMeta: DocumentMeta = { ...meta, no: null, issuedOn: null, checkCode: null }

/** Every sample of every kind, with its name. */
export const samples = Object.entries(documentKinds).flatMap(([kind, template]) =>
  Object.entries(template.samples).map(([name, data]) => ({
    kind: kind as DocumentKind,
    name,
    label: `${template.title} (${name})`,
    data: data as DocumentData<DocumentKind>,
    blank: name === 'blank',
  })),
)

const rendered = new Map<string, Promise<RenderedDocument>>()

/** A sample rendered once per test file. */
export function sample(kind: DocumentKind, name: string): Promise<RenderedDocument> {
  const key = `${kind}/${name}`
  const found = samples.find((one) => one.kind === kind && one.name === name)
  if (!found) throw new Error(`no sample ${key}`)
  let document = rendered.get(key)
  if (!document) {
    document = renderDocument(kind, found.data, found.blank ? blankMeta : meta)
    rendered.set(key, document)
  }
  return document
}

/** A sample rendered and read back. */
export async function readSample(kind: DocumentKind, name: string): Promise<ReadPdf> {
  return readPdf((await sample(kind, name)).bytes)
}
