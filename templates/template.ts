import type { z } from 'zod'
import type { Frame } from './frame/frame.ts'

/** One version of one form. It is frozen once a document of it was signed: changes become a new version. */
export interface Template<Schema extends z.ZodType> {
  kind: string
  version: number
  /** Title of the document, as on its head and in the PDF's properties. */
  title: string
  /** Default form number, 「様式第2号」. */
  formNo: string
  /** Name of the edition in the footer, 「修了証書 第1版」. */
  edition: string
  schema: Schema
  /** Plainly invented examples, by name: previews and tests are made of them. */
  samples: { usual: z.infer<Schema> } & Record<string, z.infer<Schema>>
  /** Draws the document. Pure: the same data draws the same marks. */
  render(data: z.infer<Schema>, frame: Frame): void
}

/** Ties schema, samples and drawing of a template together by type. */
export function defineTemplate<Schema extends z.ZodType>(template: Template<Schema>): Template<Schema> {
  return template
}
