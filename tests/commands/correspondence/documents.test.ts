import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renderDocuments } from '#app/features/correspondence/jobs/render-documents.server.ts'
import {
  checkDocument, checkFile, getDocumentFile, listUndrawn,
} from '#app/features/correspondence/queries.server.ts'
import { maxRenderings } from '#app/features/correspondence/render-queue.server.ts'
import { issueDocument, templateVersions } from '#app/features/correspondence/store.server.ts'
import { drainJobs } from '#app/jobs.ts'
import { audit } from '#app/platform/audit.server.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { jobCtx } from '#app/platform/jobs/worker.server.ts'
import { documentKinds, type DocumentKind } from '#templates/index.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'

let stage: Stage
beforeAll(async () => (stage = await openStage()))
afterAll(() => stage.close())
afterEach(() =>
  stage.database.owner.tamper(async (sql) => {
    await sql('delete from document')
    await sql('delete from stored_file')
    await sql('update job_run set lease_until = null')
  }),
)

/** The trainer of みどり県 issues a certificate. */
async function issue(name = '見本 花子') {
  const { ctx, bodyId } = stage.world.trainer
  const usual = documentKinds.completionCertificate.samples.usual
  return withActor(ctx, async (tx) => {
    const issued = await issueDocument(tx, ctx, {
      kind: 'completionCertificate', bodyId, subject: {}, data: { ...usual, holder: { ...usual.holder, name } },
    })
    await audit(tx, { action: 'certificate.issue', entity: 'document', id: issued.id })
    return issued
  })
}

function render(): Promise<number> {
  return renderDocuments.run(jobCtx(renderDocuments, stage.world))
}

async function only<T = Record<string, unknown>>(sql: string): Promise<T> {
  const rows = await stage.database.owner.query(sql)
  expect(rows).toHaveLength(1)
  return rows[0] as T
}

async function bytesOf(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const opened = await getDocumentFile(stage.world.trainer.ctx, id)
  if (opened?.state !== 'ready') throw new Error(`the document is ${opened?.state}`)
  return opened.bytes
}

describe('an issued document', () => {
  it('is numbered without gaps, sealed, and drawn a moment later', async () => {
    const first = await issue()
    const second = await issue()
    expect([first.no, second.no]).toEqual([expect.stringMatching(/^第R8-\d{4}号$/), expect.stringMatching(/^第R8-\d{4}号$/)])
    expect(Number(second.no.slice(4, 8)) - Number(first.no.slice(4, 8))).toBe(1)
    expect(first.checkCode).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    expect(await getDocumentFile(stage.world.trainer.ctx, first.id)).toEqual({ state: 'coming', kind: 'completionCertificate' })
    await drainJobs(stage.world)
    const bytes = await bytesOf(first.id)
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
    const rows = await stage.database.owner.query('select data_enc from document')
    for (const row of rows) expect(Buffer.from(row.data_enc as Uint8Array).toString('utf8')).not.toContain('花子')
  })

  it('keeps one number each when many are issued at once', async () => {
    const issued = await Promise.all(Array.from({ length: 8 }, () => issue()))
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
    const { id } = await issue()
    await drainJobs(stage.world)
    for (const hat of ['kuromatsuDispatch', 'aobaDispatch', 'coordinator'] as const) {
      expect(await getDocumentFile(stage.world[hat].ctx, id)).toBeNull()
    }
    expect(await getDocumentFile(stage.world.trainer.ctx, '../etc/passwd')).toBeNull()
  })

  it('leaves a trace when it is read', async () => {
    const { id } = await issue()
    await drainJobs(stage.world)
    await bytesOf(id)
    const row = await only(`select action, actor from audit_log where entity_id = '${id}' and action = 'document.view'`)
    expect(row).toEqual({ action: 'document.view', actor: stage.world.trainer.personId })
  })
})

describe('drawing', () => {
  it('happens once, however many renderers are awake', async () => {
    const { id } = await issue()
    await Promise.all(Array.from({ length: 5 }, render))
    expect(await only('select state, attempts, page_count from document')).toEqual({ state: 'ready', attempts: 1, page_count: 1 })
    await only('select 1 from stored_file')
    await only(`select 1 from audit_log where entity_id = '${id}' and action = 'document.rendered'`)
    expect(await render()).toBe(0)
  })

  it('gives one result even when a renderer was slow and its lease has run out', async () => {
    await issue()
    const slow = render()
    const quick = stage.database.owner.query('update job_run set lease_until = null').then(render)
    expect((await slow) + (await quick)).toBeLessThanOrEqual(1)
    await drainJobs(stage.world)
    await only(`select 1 from document where state = 'ready'`)
    await only('select 1 from stored_file')
  })

  it('that cannot be done is seen by the desk, is tried a few times, and does not hold up the others', async () => {
    const broken = await issue()
    await stage.database.owner.tamper((sql) => sql(`update document set data_enc = '\\x0102' where id = $1`, [broken.id]))
    const whole = await issue()
    for (let n = 0; n < maxRenderings + 2; n += 1) await render()
    expect(await getDocumentFile(stage.world.trainer.ctx, broken.id)).toEqual({ state: 'failed', kind: 'completionCertificate' })
    expect((await listUndrawn(stage.world.trainer.ctx)).map((one) => one.id)).toEqual([broken.id])
    expect(await only(`select attempts from document where state = 'failed'`)).toEqual({ attempts: maxRenderings })
    expect(await bytesOf(whole.id)).toBeDefined()
  })

  it('uses the version of the template that the house says it uses', () => {
    for (const kind of Object.keys(templateVersions) as DocumentKind[]) {
      expect(documentKinds[kind].version, kind).toBe(templateVersions[kind])
    }
  })
})

describe('bytes that were changed behind our back', () => {
  async function alter(change: (bytes: Buffer) => Buffer): Promise<string> {
    const { id } = await issue()
    await drainJobs(stage.world)
    await stage.database.owner.tamper(async (sql) => {
      await sql('alter table stored_file drop constraint stored_file_by_content')
      const [row] = await sql('select bytes from stored_file')
      await sql('update stored_file set bytes = $1', [change(Buffer.from(row?.bytes as Uint8Array))])
    })
    return id
  }
  afterEach(() =>
    stage.database.owner.tamper(async (sql) => {
      await sql('delete from stored_file')
      await sql('alter table stored_file drop constraint if exists stored_file_by_content')
      await sql(`alter table stored_file add constraint stored_file_by_content
                   check (sha256 = sha256(bytes) and size = octet_length(bytes))`)
    }),
  )

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['one byte', (bytes) => (bytes.writeUInt8((bytes[100] ?? 0) ^ 1, 100), bytes)],
    ['the last byte', (bytes) => (bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 128, bytes.length - 1), bytes)],
    ['an appended revision', (bytes) => Buffer.concat([bytes, Buffer.from('\n%%EOF')])],
    ['a cut end', (bytes) => bytes.subarray(0, -1)],
    ['nothing left', () => Buffer.alloc(0)],
  ])('%s: are not served, and it is written down', async (_what, change) => {
    const id = await alter(change)
    expect(await getDocumentFile(stage.world.trainer.ctx, id)).toEqual({ state: 'altered', kind: 'completionCertificate' })
    await only(`select 1 from audit_log where entity_id = '${id}' and action = 'document.altered'`)
  })

  it('are refused by the database while its own rule stands', async () => {
    await issue()
    await drainJobs(stage.world)
    const tampering = stage.database.owner.tamper((sql) => sql(`update stored_file set bytes = bytes || '\\x00'`))
    await expect(tampering).rejects.toThrow('stored_file_by_content')
  })
})

describe('checking a paper or a file', () => {
  it('finds a document by its code, however it is typed, and says nothing of the person', async () => {
    const { checkCode } = await issue()
    const wide = checkCode.toLowerCase().replace(/[a-z2-9-]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    for (const typed of [checkCode, checkCode.replace(/-/g, ''), ` ${checkCode.toLowerCase()} `, wide]) {
      const found = await checkDocument(stage.world.visitor, typed)
      expect(found).toMatchObject({ kind: 'completionCertificate', bodyName: 'みどり県', fiscalYear: 2026, voided: false })
      expect(JSON.stringify(found)).not.toMatch(/花子|sealed|person/)
    }
  })

  it('finds nothing for another code or for anything else', async () => {
    await issue()
    for (const typed of ['AAAA-BBBB-CCCC', '', 'あ', "' or 1=1 --", '%'.repeat(12), 'x'.repeat(10_000)]) {
      expect(await checkDocument(stage.world.visitor, typed)).toBeNull()
    }
  })

  it('says when a document no longer stands', async () => {
    const { id, checkCode } = await issue()
    await stage.database.owner.query('update document set voided_at = now() where id = $1', [id])
    expect(await checkDocument(stage.world.visitor, checkCode)).toMatchObject({ voided: true })
  })

  it('knows the very file, and no file that differs by one bit', async () => {
    const { id, no } = await issue()
    await drainJobs(stage.world)
    const bytes = await bytesOf(id)
    const found = await checkFile(stage.world.visitor, bytes)
    expect(found).toMatchObject({ kind: 'completionCertificate', no: Number(no.slice(4, 8)) })
    for (let n = 0; n < 50; n += 1) {
      const other = Uint8Array.from(bytes)
      const at = createHash('sha256').update(String(n)).digest().readUInt32BE() % other.length
      other[at] = (other[at] ?? 0) ^ (1 << n % 8)
      expect(await checkFile(stage.world.visitor, other)).toBeNull()
    }
  })
})
