import { renderDocuments } from '#app/features/correspondence/jobs/render-documents.server.ts'
import { getDocumentFile } from '#app/features/correspondence/queries.server.ts'
import { issueDocument } from '#app/features/correspondence/store.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { jobCtx } from '#app/platform/jobs/worker.server.ts'
import { documentKinds } from '#templates/index.ts'
import { openStage, type Stage } from './stage.ts'

/** A stage where certificates are issued and drawn, one at a time. */
export interface DocumentStage extends Stage {
  /** The trainer of みどり県 issues a certificate. */
  issue(name?: string): ReturnType<typeof issueDocument>
  /** One waking of one renderer. @returns how many it drew */
  render(): Promise<number>
  /** The only row there is. @throws when there is none, or another */
  only<T = Record<string, unknown>>(sql: string): Promise<T>
  /** The file as the trainer opens it. @throws while it is not there */
  bytesOf(id: string): Promise<Uint8Array<ArrayBuffer>>
  /** Nothing issued, nothing drawn, no renderer at work. */
  clear(): Promise<void>
}

/** Opens a stage of documents for one test file; close it in `afterAll`. */
export async function openDocumentStage(): Promise<DocumentStage> {
  const stage = await openStage()
  const { world, database } = stage
  const { ctx, bodyId } = world.trainer
  return {
    ...stage,
    issue(name = '見本 花子') {
      const usual = documentKinds.completionCertificate.samples.usual
      return withActor(ctx, async (tx) => {
        const issued = await issueDocument(tx, ctx, {
          kind: 'completionCertificate', bodyId, subject: {}, data: { ...usual, holder: { ...usual.holder, name } },
        })
        await audit(tx, { action: 'certificate.issue', entity: 'document', id: issued.id })
        return issued
      })
    },
    render: () => renderDocuments.run(jobCtx(renderDocuments, world)),
    async only<T>(sql: string) {
      const rows = await database.owner.query(sql)
      if (rows.length !== 1) throw new Error(`${rows.length} rows: ${sql}`)
      return rows[0] as T
    },
    async bytesOf(id) {
      const opened = await getDocumentFile(ctx, id)
      if (opened?.state !== 'ready') throw new Error(`the document is ${opened?.state}`)
      return opened.bytes
    },
    clear: () =>
      database.owner.tamper(async (sql) => {
        await sql('delete from document')
        await sql('delete from stored_file')
        await sql('update job_run set lease_until = null')
      }),
  }
}
