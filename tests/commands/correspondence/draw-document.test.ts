import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { getDocumentFile, listUndrawn } from '#app/features/correspondence/queries.server.ts'
import { maxRenderings } from '#app/features/correspondence/render-queue.server.ts'
import { templateVersions } from '#app/features/correspondence/store.server.ts'
import { drainJobs } from '#app/jobs.ts'
import { type DocumentKind, documentKinds } from '#templates/index.ts'
import { readPdf } from '#tests/documents/read-pdf.ts'
import { type DocumentStage, openDocumentStage } from '#tests/factories/issued-documents.ts'

let stage: DocumentStage

beforeAll(async () => (stage = await openDocumentStage()))
afterAll(() => stage.close())
afterEach(() => stage.clear())

describe('drawing', () => {
  it('happens once, however many renderers are awake', async () => {
    const { id } = await stage.issue()
    await Promise.all(Array.from({ length: 5 }, stage.render))
    expect(await stage.only('select state, attempts, page_count from document')).toEqual({ state: 'ready', attempts: 1, page_count: 1 })
    await stage.only('select 1 from stored_file')
    await stage.only(`select 1 from audit_log where entity_id = '${id}' and action = 'document.rendered'`)
    expect(await stage.render()).toBe(0)
  })

  it('gives one result even when a renderer was slow and its lease has run out', async () => {
    await stage.issue()
    const slow = stage.render()
    const quick = stage.database.owner.query('update job_run set lease_until = null').then(stage.render)
    expect((await slow) + (await quick)).toBeLessThanOrEqual(1)
    await drainJobs(stage.world)
    await stage.only(`select 1 from document where state = 'ready'`)
    await stage.only('select 1 from stored_file')
  })

  it('that cannot be done is seen by the desk, is tried a few times, and does not hold up the others', async () => {
    const broken = await stage.issue()
    await stage.database.owner.tamper((sql) => sql(`update document set data_enc = '\\x0102' where id = $1`, [broken.id]))
    const whole = await stage.issue()
    for (let n = 0; n < maxRenderings + 2; n += 1) await stage.render()
    expect(await getDocumentFile(stage.world.trainer.ctx, broken.id)).toEqual({ state: 'failed', kind: 'completionCertificate' })
    expect((await listUndrawn(stage.world.trainer.ctx)).map((one) => one.id)).toEqual([broken.id])
    expect(await stage.only(`select attempts from document where state = 'failed'`)).toEqual({ attempts: maxRenderings })
    expect(await stage.bytesOf(whole.id)).toBeDefined()
  })

  it('is done in the version the document was issued with', async () => {
    const { id } = await stage.issue()
    await stage.database.owner.tamper((sql) => sql('update document set template_version = 1 where id = $1', [id]))
    await stage.render()
    const { info } = await readPdf((await stage.bytesOf(id))!)
    expect(info.subject).toBe('修了証書 第1版')
  })

  it('uses the version of the template that the house says it uses', () => {
    for (const kind of Object.keys(templateVersions) as DocumentKind[]) {
      expect(documentKinds[kind].version, kind).toBe(templateVersions[kind])
    }
  })
})
