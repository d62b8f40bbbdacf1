import { sendPaper } from '#app/features/consent/commands/send-paper.server.ts'
import { askPassword } from '#app/features/directory/commands/ask-password.server.ts'
import { completeCourse } from '#app/features/training/commands/complete-course.server.ts'
import { drawnName, versionOf } from '#tests/factories/consent.ts'
import { must } from '#tests/factories/must.ts'
import { accepted, aCourse, anApplicant, applied, attended, confirmed } from '#tests/factories/training.ts'
import { demoPassword } from '#tests/factories/world.ts'
import type { FormCase } from './case.ts'
import { consentAt, type Town, withLink } from './town.ts'

/** One of the reasons the body has written down. */
const declineReason = 'お申し込みが定員より多かったためです。'

const scan = () => new File(['%PDF-1.7 signed by hand'], '同意書.pdf', { type: 'application/pdf' })

/** Forms of visitors: applying, checking a paper, logging in. */
export async function publicCases(town: Town): Promise<FormCase[]> {
  const { world, stage: { database } } = town
  const course = await aCourse(world)
  const link = (applicationId: string) => database.asOwner((tx) => tx.linkToken.findFirstOrThrow({ where: { applicationId } }))
  const fresh = await applied(world, course.id, { ...anApplicant(2), email: 'new@mihon.example.jp' })
  const known = await applied(world, course.id, { ...anApplicant(3), email: 'crowd19@mihon.example.jp' })
  const at = `/courses/${course.id}/apply`
  const person = { familyName: '見本', givenName: '花子', familyKana: 'ミホン', givenKana: 'ハナコ', preferredName: 'はな', email: 'apply@mihon.example.jp', 'birth.year': '1985', 'birth.month': '4', 'birth.day': '1' }
  const later = { voicemail: 'later', senderName: 'later', familyMayKnow: 'later', registerWish: 'later' }
  const contact = { ways: ['mail', 'post'], phoneWish: 'ok', phone: '000-0000-0061', address: 'あおば市見本町1', care: '前の席', callTimes: ['morning'], ...later }
  const visitor = ''
  const { email, personId } = world.admin
  must(await askPassword(world.visitor, { email, address: '10.0.0.9' }))
  const anew = await database.asOwner((tx) => tx.linkToken.findFirstOrThrow({ where: { personId, purpose: 'account.password' } }))
  return [
    { form: 'public/apply#whole', as: visitor, path: at, typed: person },
    { form: 'public/apply#split', as: visitor, path: at, typed: person, noForm: true },
    { form: 'public/apply#later', as: visitor, path: at, typed: person },
    { form: 'public/apply#send', as: visitor, path: at, typed: person },
    { form: 'public/apply-contact#later', as: visitor, path: `${at}/contact`, typed: contact },
    { form: 'public/apply-contact#send', as: visitor, path: `${at}/contact`, typed: contact },
    { form: 'public/apply-confirm#send', as: visitor, path: `${at}/confirm`, typed: {} },
    { form: 'public/check#code', as: visitor, path: '/check', typed: { code: 'ABCD-2345-WXYZ' } },
    { form: 'public/check#file', as: visitor, path: '/check', typed: { file: scan() } },
    { form: 'public/closed#', as: visitor, path: '/closed', typed: {}, noForm: true },
    { form: 'client/close#', as: visitor, path: '/card/close', typed: {}, noForm: true },
    { form: 'auth/login#send', as: visitor, path: '/login', typed: { email: world.trainer.email, password: demoPassword }, free: ['password', 'to'] },
    { form: 'auth/ask-password#send', as: visitor, path: '/password', typed: { email: world.auditor.email } },
    { form: 'auth/new-password#send', as: withLink(anew.id), path: '/password/new', typed: { password: 'aoi-kasa-to-shiroi-kutsu' }, free: ['password'] },
    { form: 'auth/logout#', as: visitor, path: '/logout', typed: {}, noForm: true },
    { form: 'auth/choose-hat#send', as: town.twoHats.cookie, path: '/hat', typed: { membershipId: town.twoHats.membershipId }, foreign: { membershipId: world.kuromatsuDispatch.membershipId } },
    { form: 'auth/new-account#send', as: withLink((await link(fresh.applicationId)).id), path: '/account/new', typed: { password: 'aoi-kasa-to-kutsu' }, free: ['password'] },
    { form: 'auth/new-account#known', as: withLink((await link(known.applicationId)).id), path: '/account/new', typed: {} },
  ]
}

/** Forms of the training desk. */
export async function trainingCases(town: Town): Promise<FormCase[]> {
  const { world, stage: { database } } = town
  const course = await aCourse(world)
  const some = (no: number) => ({ ...anApplicant(no), email: `training${no}@mihon.example.jp` })
  const to = async (no: number) => (await confirmed(database, world, course.id, some(no))).applicationId
  const present = await accepted(database, world, course.id, some(4))
  const over = await Promise.all([aCourse(world), aCourse(world)])
  for (const [i, one] of over.entries()) {
    const { applicationId } = await accepted(database, world, one.id, some(5 + i))
    await attended(database, world, one, [applicationId])
  }
  const version = async (id: string) => (await database.asOwner((tx) => tx.course.findUniqueOrThrow({ where: { id } }))).version
  must(await completeCourse(world.trainer.ctx, { courseId: over[1]!.id, version: await version(over[1]!.id) }))
  const withdrawer = await confirmed(database, world, course.id, some(7))
  const others = await to(8)
  const as = await town.hat(world.trainer)
  const stranger = town.stranger.trainer
  const decide = async (form: string, no: number, typed = {}): Promise<FormCase> =>
    ({ form: `training/application#${form}`, as, stranger, path: `/desk/applications/${await to(no)}`, typed })
  return [
    await decide('accept', 1),
    await decide('waitlist', 2),
    await decide('decline', 3, { reason: declineReason }),
    { form: 'training/attendance#send', as, stranger, path: `/desk/sessions/${course.sessionIds[0]}`, typed: { [`status.${present.applicationId}`]: 'present' } },
    { form: 'training/course#complete', as, stranger, path: `/desk/courses/${over[0]!.id}`, typed: { seen: 'on' } },
    { form: 'training/course#issue', as, stranger, path: `/desk/courses/${over[1]!.id}`, typed: {} },
    { form: 'supporter/training#send', as: await town.own(withdrawer.personId), path: '/my/training', typed: {}, foreign: { applicationId: others } },
  ]
}

/** Forms about the consent to the roster, of the person and of the desk. */
export async function consentCases(town: Town): Promise<FormCase[]> {
  const { world } = town
  const desk = { as: await town.hat(world.rosterOfficer), stranger: town.stranger.roster }
  const elsewhere = await town.own(town.willing[4]!.personId)
  async function own(form: string, step: 'begun' | 'explained' | 'chosen' | 'signed', page: string, typed: FormCase['typed'] = {}): Promise<FormCase> {
    const personId = town.taken()
    const path = `/my/consent/${await consentAt(town, step, personId)}${page}`
    return { form: `supporter/${form}`, as: await town.own(personId), stranger: elsewhere, path, typed }
  }
  async function paper(form: string, typed: FormCase['typed'], isSent: boolean): Promise<FormCase> {
    const personId = town.taken()
    const consentId = await consentAt(town, 'chosen', personId)
    const ctx = world.supporter(personId)
    const bytes = new Uint8Array(await scan().arrayBuffer())
    if (isSent) must(await sendPaper(ctx, { consentId, version: await versionOf(ctx, consentId), bytes }))
    return { form: `training/consent#${form}`, ...desk, path: `/desk/consents/${consentId}`, typed }
  }
  const beginner = town.taken()
  const completion = (personId: string) => town.stage.database.asOwner((tx) => tx.completion.findFirstOrThrow({ where: { personId } }))
  const proxy = { byProxy: 'on', proxyName: '見本 母', proxyRelation: '母', proxyReason: '手をけがしたため' }
  return [
    { form: 'supporter/roster#send', as: await town.own(beginner), path: '/my/roster', typed: { completionId: (await completion(beginner)).id }, foreign: { completionId: (await completion(town.willing[0]!.personId)).id } },
    await own('consent-item#send', 'begun', '/items/1'),
    await own('consent-choices#send', 'explained', '/choices', { phone: 'on', peer: 'on' }),
    await own('consent-sign#send', 'chosen', '/sign', { method: 'drawn', strokes: drawnName, ...proxy }),
    await own('consent-paper#send', 'chosen', '/paper', { paper: scan() }),
    await own('consent#withdraw', 'signed', ''),
    await paper('confirm', { signedOn: '2026-11-21', looked: 'on', ...proxy }, true),
    await paper('giveBack', { reason: '署名がありません' }, true),
    await paper('receive', { paper: scan() }, false),
    {
      form: 'training/consent#register', ...desk, path: `/desk/consents/${await consentAt(town, 'signed', town.taken())}`,
      typed: { name: '見本 花子', kana: 'みほん はなこ', workingName: 'はな', homeArea: '北区', phone: '000-0000-0061', address: 'あおば市' },
    },
  ]
}
