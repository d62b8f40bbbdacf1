import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkDocument, checkFile } from '#app/features/correspondence/queries.server.ts'
import { drainJobs } from '#app/jobs.ts'
import { type DocumentStage, openDocumentStage } from '#tests/factories/issued-documents.ts'

let stage: DocumentStage

beforeAll(async () => (stage = await openDocumentStage()))
afterAll(() => stage.close())
afterEach(() => stage.clear())

describe('checking a paper or a file', () => {
  it('finds a document by its code, however it is typed, and says nothing of the person', async () => {
    const { checkCode } = await stage.issue()
    const wide = checkCode.toLowerCase().replace(/[a-z2-9-]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    for (const typed of [checkCode, checkCode.replace(/-/g, ''), ` ${checkCode.toLowerCase()} `, wide]) {
      const found = await checkDocument(stage.world.visitor, typed)
      expect(found).toMatchObject({ kind: 'completionCertificate', bodyName: 'みどり県', fiscalYear: 2026, voided: false })
      expect(JSON.stringify(found)).not.toMatch(/花子|sealed|person/)
    }
  })

  it('finds nothing for another code or for anything else', async () => {
    await stage.issue()
    for (const typed of ['AAAA-BBBB-CCCC', '', 'あ', "' or 1=1 --", '%'.repeat(12), 'x'.repeat(10_000)]) {
      expect(await checkDocument(stage.world.visitor, typed)).toBeNull()
    }
  })

  it('says when a document no longer stands', async () => {
    const { id, checkCode } = await stage.issue()
    await stage.database.owner.query('update document set voided_at = now() where id = $1', [id])
    expect(await checkDocument(stage.world.visitor, checkCode)).toMatchObject({ voided: true })
  })

  it('knows the very file, and no file that differs by one bit', async () => {
    const { id, no } = await stage.issue()
    await drainJobs(stage.world)
    const bytes = await stage.bytesOf(id)
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
