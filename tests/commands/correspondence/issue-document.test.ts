import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { getDocumentFile } from '#app/features/correspondence/queries.server.ts'
import { issueDocument } from '#app/features/correspondence/store.server.ts'
import { drainJobs } from '#app/jobs.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { documentKinds } from '#templates/index.ts'
import { type DocumentStage, openDocumentStage } from '#tests/factories/issued-documents.ts'

let stage: DocumentStage

beforeAll(async () => (stage = await openDocumentStage()))
afterAll(() => stage.close())
afterEach(() => stage.clear())

describe('an issued document', () => {
  it('is numbered without gaps, sealed, and drawn a moment later', async () => {
    const first = await stage.issue()
    const second = await stage.issue()
    expect([first.no, second.no]).toEqual([expect.stringMatching(/^第R8-\d{4}号$/), expect.stringMatching(/^第R8-\d{4}号$/)])
    expect(Number(second.no.slice(4, 8)) - Number(first.no.slice(4, 8))).toBe(1)
    expect(first.checkCode).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    expect(await getDocumentFile(stage.world.trainer.ctx, first.id)).toEqual({ state: 'coming', kind: 'completionCertificate' })
    await drainJobs(stage.world)
    const bytes = await stage.bytesOf(first.id)
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
    const rows = await stage.database.owner.query('select data_enc from document')
    for (const row of rows) expect(Buffer.from(row.data_enc as Uint8Array).toString('utf8')).not.toContain('花子')
  })

  it('keeps one number each when many are issued at once', async () => {
    const issued = await Promise.all(Array.from({ length: 8 }, () => stage.issue()))
    expect(new Set(issued.map((one) => one.no)).size).toBe(8)
    expect(new Set(issued.map((one) => one.checkCode)).size).toBe(8)
  })

  it('is not issued at all with data that do not fit', async () => {
    const { ctx, bodyId } = stage.world.trainer
    const data = { ...documentKinds.completionCertificate.samples.usual, completedOn: 'きのう' as never }
    const act = withActor(ctx, (tx) =>
      issueDocument(tx, ctx, { kind: 'completionCertificate', bodyId, subject: {}, data }),
    )
    await expect(act).rejects.toThrow()
    expect(await stage.database.owner.query('select 1 from document')).toEqual([])
  })

  it('is not there for another body, nor for a role that has no part in it', async () => {
    const { id } = await stage.issue()
    await drainJobs(stage.world)
    for (const hat of ['kuromatsuDispatch', 'aobaDispatch', 'coordinator'] as const) {
      expect(await getDocumentFile(stage.world[hat].ctx, id)).toBeNull()
    }
    expect(await getDocumentFile(stage.world.trainer.ctx, '../etc/passwd')).toBeNull()
  })

  it('leaves a trace when it is read', async () => {
    const { id } = await stage.issue()
    await drainJobs(stage.world)
    await stage.bytesOf(id)
    const row = await stage.only(`select action, actor from audit_log where entity_id = '${id}' and action = 'document.view'`)
    expect(row).toEqual({ action: 'document.view', actor: stage.world.trainer.personId })
  })
})
