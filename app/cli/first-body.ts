import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import type { Database } from '#app/platform/db/open.server.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { issueLink } from '#app/platform/links.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { emailAddress, personName, requiredText } from '#app/shared/fields.ts'
import { endOfFiscalYear, fiscalYear } from '#app/shared/fiscal-year.ts'

const linkLifeMs = 24 * 3_600_000

const kinds = { 都道府県: 'prefecture', 指定都市: 'designatedCity', 市町村: 'municipality' } as const
type Kind = keyof typeof kinds

/** What each kind of body runs; a municipality may train by itself only after it has asked its prefecture. */
const programmes: Record<Kind, readonly ('training' | 'dispatch' | 'centre')[]> = {
  都道府県: ['training', 'centre'],
  指定都市: ['training', 'dispatch', 'centre'],
  市町村: ['dispatch'],
}

/** True when the sixth digit of a local government code belongs to the five before it. */
function hasItsCheckDigit(code: string): boolean {
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(code[i]), 0)
  return Number(code[5]) === (11 - (sum % 11)) % 10
}

/** What is asked of whoever sets up an installation. */
export const FirstBody = z.object({
  name: requiredText('自治体の名前（--name）', 60),
  kind: z.enum(Object.keys(kinds) as [Kind, ...Kind[]], '種類（--kind）は、都道府県・指定都市・市町村のどれかです'),
  code: z
    .string('全国地方公共団体コード（--code）を入力してください')
    .regex(/^[0-9]{6}$/, '全国地方公共団体コード（--code）は、6桁の数字です')
    .refine(hasItsCheckDigit, '全国地方公共団体コード（--code）の最後の数字が合いません'),
  admin: personName('管理者の名前（--admin）'),
  mail: emailAddress('管理者のメールアドレス（--mail）'),
})

/** An installation that already has a body. */
export class NotEmptyError extends Error {
  override name = 'NotEmptyError'
  constructor() {
    super('このデータベースには、もう自治体があります。何も変えていません。')
  }
}

type Working = Pick<Ctx, 'clock' | 'ids'>

/**
 * Enters the first body of an empty installation, its programmes of this fiscal year and its administrator, and queues
 * the mail with the one-use link to a password. Needs the runtime: the link is made with the server's key.
 * @throws NotEmptyError when there is a body
 */
export async function enterFirstBody(database: Database, ctx: Working, facts: z.output<typeof FirstBody>): Promise<void> {
  // Nobody knows this password: the mailed link, or one asked for at the login, leads to one's own.
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'))
  await database.asOwner(async (tx) => {
    await tx.$executeRaw`lock table body in share row exclusive mode`
    if ((await tx.body.count()) > 0) throw new NotEmptyError()
    const bodyId = await enterBody(tx, ctx, facts)
    const personId = await enterAdmin(tx, ctx, { ...facts, bodyId, passwordHash })
    await inviteAdmin(tx, ctx, { bodyId, personId })
    await audit(tx, { action: 'directory.setUp', entity: 'body', id: bodyId, bodyId })
  })
}

async function enterBody(tx: Tx, { ids, clock }: Working, facts: z.output<typeof FirstBody>): Promise<string> {
  const bodyId = ids.next()
  await tx.body.create({ data: { id: bodyId, kind: kinds[facts.kind], name: facts.name, localGovCode: facts.code } })
  const year = fiscalYear(clock.today())
  await tx.programme.createMany({
    data: programmes[facts.kind].map((kind) => ({ id: ids.next(), bodyId, fiscalYear: year, kind, status: 'operating' })),
  })
  return bodyId
}

interface Admin {
  admin: string
  mail: string
  bodyId: string
  passwordHash: string
}

async function enterAdmin(tx: Tx, { ids, clock }: Working, { admin, mail, bodyId, passwordHash }: Admin): Promise<string> {
  const personId = ids.next()
  const today = clock.today()
  await tx.person.create({ data: { id: personId, loginEmail: mail.toLowerCase(), displayName: admin } })
  await tx.account.create({ data: { personId, passwordHash } })
  await tx.membership.create({
    data: {
      id: ids.next(), personId, bodyId, role: 'admin',
      startsOn: toDateColumn(today), endsOn: toDateColumn(endOfFiscalYear(fiscalYear(today))),
    },
  })
  return personId
}

async function inviteAdmin(tx: Tx, ctx: Working, { bodyId, personId }: { bodyId: string; personId: string }): Promise<void> {
  const expiresAt = new Date(ctx.clock.now().getTime() + linkLifeMs)
  const link = await issueLink(tx, ctx, { purpose: 'account.password', bodyId, personId, expiresAt })
  await enqueueMail(tx, ctx, {
    bodyId, kind: 'account.newPassword', personId, dedupeKey: `account.newPassword:${link.id}`,
    props: { linkId: link.id, linkUntil: expiresAt.toISOString() },
  })
}
