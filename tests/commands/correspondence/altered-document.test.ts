import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { getDocumentFile } from '#app/features/correspondence/queries.server.ts'
import { drainJobs } from '#app/jobs.ts'
import { type DocumentStage, openDocumentStage } from '#tests/factories/issued-documents.ts'

let stage: DocumentStage

beforeAll(async () => (stage = await openDocumentStage()))
afterAll(() => stage.close())
afterEach(() => stage.clear())

describe('bytes that were changed behind our back', () => {
  async function alter(change: (bytes: Buffer) => Buffer): Promise<string> {
    const { id } = await stage.issue()
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
    await stage.only(`select 1 from audit_log where entity_id = '${id}' and action = 'document.altered'`)
  })

  it('are refused by the database while its own rule stands', async () => {
    await stage.issue()
    await drainJobs(stage.world)
    const tampering = stage.database.owner.tamper((sql) => sql(`update stored_file set bytes = bytes || '\\x00'`))
    await expect(tampering).rejects.toThrow('stored_file_by_content')
  })
})
