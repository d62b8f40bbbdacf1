import { audit } from '#app/platform/audit.server.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import type { Job } from '#app/platform/jobs/worker.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { here } from '#app/platform/here.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalNumber } from '#app/shared/fiscal-year.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'
import { type DocumentKind, type DocumentMeta, renderDocument } from '#templates/index.ts'
import {
  claimRenderer, documentsToRender, type DocumentToRender, keepFile, releaseRenderer, renderFailed,
} from '../render-queue.server.ts'
import { documentJob, openDocumentData } from '../store.server.ts'

const roundSize = 10

/** Draws every issued document once and keeps its bytes. */
export const renderDocuments: Job = { name: documentJob, everySeconds: 30, run: renderWaiting }

/** One renderer at a time, over all processes; whoever finds another at work leaves it to that one. */
async function renderWaiting(ctx: Ctx): Promise<number> {
  const waiting = await withActor(ctx, (tx) => documentsToRender(tx, roundSize))
  if (waiting.length === 0) return 0
  const lease = await withActor(ctx, (tx) => claimRenderer(tx, ctx.clock.now()))
  if (!lease) return 0
  try {
    // looked for again under the lease: the other renderer may have just finished them
    const documents = await withActor(ctx, (tx) => documentsToRender(tx, roundSize))
    let done = 0
    for (const document of documents) done += (await renderOne(ctx, document)) ? 1 : 0
    return done
  } finally {
    await withActor(ctx, (tx) => releaseRenderer(tx, lease, ctx.clock.now()))
  }
}

function metaOf(document: DocumentToRender): DocumentMeta {
  return {
    no: fiscalNumber(document.fiscalYear, document.no),
    issuedOn: tokyoDay(document.issuedAt),
    issuer: document.bodyName,
    checkCode: document.checkCode,
    checkAddress: `${here().env.publicOrigin}/check`,
    formNo: document.formNo,
  }
}

/** @returns whether the document now has its file */
async function renderOne(ctx: Ctx, document: DocumentToRender): Promise<boolean> {
  const { id, kind, bodyId, templateVersion } = document
  try {
    const data = openDocumentData(id, document.dataEnc)
    const { bytes, pageCount, fingerprint } = await renderDocument(kind as DocumentKind, data as never, metaOf(document), templateVersion)
    if (fingerprint !== Buffer.from(document.fingerprint).toString('hex')) throw new Error('other data than was issued')
    return await withActor(ctx, async (tx) => {
      const kept = await keepFile(tx, id, Uint8Array.from(bytes), pageCount)
      if (kept) await audit(tx, { action: 'document.rendered', entity: 'document', id, bodyId, detail: { pageCount } })
      return kept
    })
  } catch (error) {
    log.error('document.notRendered', { document: id, ...errorFields(error) })
    await withActor(ctx, async (tx) => {
      if (!(await renderFailed(tx, id, error instanceof Error ? error.name : 'unknown'))) return
      await audit(tx, { action: 'document.renderFailed', entity: 'document', id, bodyId })
    })
    return false
  }
}
