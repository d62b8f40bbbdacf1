/** The documents of the product: what they hold, how they are drawn, how they are checked. */
export { fingerprint, printedFingerprint, sha256Hex, verifyBytes } from './fingerprint.ts'
export { documentSchemas } from './kinds.ts'
export { documentKinds } from './registry.ts'
export { renderDocument } from './render.ts'
export type { DocumentMeta } from './fields.ts'
export type { DocumentData, DocumentKind } from './kinds.ts'
export type { RenderedDocument } from './render.ts'
