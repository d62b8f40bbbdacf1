import { answerPlan } from '#app/features/dispatch/commands/answer-plan.server.ts'
import { beginDispatch } from '#app/features/dispatch/commands/begin-dispatch.server.ts'
import { offerPlan } from '#app/features/dispatch/commands/offer-plan.server.ts'
import { prepareDispatch } from '#app/features/dispatch/commands/prepare-dispatch.server.ts'
import { writePlan } from '#app/features/dispatch/commands/write-plan.server.ts'
import type { PlanText } from '#app/features/dispatch/domain/plan-text.ts'
import type { DispatchFacts } from '#app/features/dispatch/facts/dispatch-page.ts'
import type { PlanFacts } from '#app/features/dispatch/facts/plan.ts'
import { getDispatch } from '#app/features/dispatch/queries/dispatch-page.server.ts'
import type { CardActor } from '#app/shared/actor.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { asked, consentedByCard, interested, type MadeRequest } from './dispatch-request.ts'
import { must } from './must.ts'
import type { Hatted, World } from './world.ts'

/** A supporter who may be asked. */
export interface Askable {
  personId: string
  reconfirmationId: string
}

/** A dispatch with everybody who takes part in it. */
export interface MadeDispatch extends MadeRequest {
  dispatchId: string
  card: Ctx & { actor: CardActor }
  supporters: Askable[]
}

/** 花 and じろう at the door, once a month: the plan of the drawings. */
export function aPlan(world: World, change: Partial<PlanText> = {}): PlanText {
  const today = world.clock.today()
  return {
    purpose: 'あなたのペースで、家の外の人と少しだけつながる時間をつくる。',
    from: today,
    to: addDays(today, 120),
    frequency: '月に1回、木曜日、14時から30分くらい',
    place: '玄関の外',
    dos: '絵はがきをお届けします。\n話したいときは、話を聞きます。',
    donts: '家の中には入りません。\n学校や仕事の話はしません。\n連絡先を聞きません。',
    emergency: 'あおばデスク　000-0000-0020　平日 9時〜17時\nあおば市役所　000-0000-0003　夜と休みの日',
    shares: '来る日と時刻：ご家族、サポーター\n話したこと：ご家族には伝えません',
    ladder: 4,
    ...change,
  }
}

/** The facts of a dispatch as the officer reads them now. */
export async function dispatchNow(hat: Hatted, dispatchId: string): Promise<DispatchFacts> {
  const facts = await getDispatch(hat.ctx, dispatchId)
  if (!facts) throw new Error('the dispatch is not there')
  return facts
}

/** The newest version of its plan. */
export async function newestPlan(world: World, dispatchId: string): Promise<PlanFacts> {
  return (await dispatchNow(world.aobaDispatch, dispatchId)).plans[0]!.plan
}

/** A consented request whose supporters showed interest and stand in a dispatch that is being prepared. */
export async function preparing(world: World, supporters: Askable[]): Promise<MadeDispatch> {
  return preparingFor(world, await consentedByCard(world), supporters)
}

/** The same for a request that has consented already. */
export async function preparingFor(
  world: World,
  request: MadeRequest & Pick<MadeDispatch, 'card'>,
  supporters: Askable[],
): Promise<MadeDispatch> {
  let dispatchId = ''
  for (const { personId, reconfirmationId } of supporters) {
    const [proposalId = ''] = await asked(world, request.requestId, [reconfirmationId])
    await interested(world, personId, proposalId)
    dispatchId = must(await prepareDispatch(world.aobaDispatch.ctx, { proposalId })).dispatchId
  }
  return { ...request, dispatchId, supporters }
}

/** Writes the newest version anew, or begins the next one. */
export async function written(world: World, dispatchId: string, change: Partial<PlanText> = {}): Promise<PlanFacts> {
  const { no, version } = await newestPlan(world, dispatchId)
  must(await writePlan(world.aobaDispatch.ctx, { dispatchId, newestNo: no, version, text: aPlan(world, change) }))
  return newestPlan(world, dispatchId)
}

/** The plan written and laid before everybody. */
export async function offered(world: World, dispatchId: string, change: Partial<PlanText> = {}): Promise<PlanFacts> {
  const { id, version } = await written(world, dispatchId, change)
  must(await offerPlan(world.aobaDispatch.ctx, { planVersionId: id, version }))
  return newestPlan(world, dispatchId)
}

/** The client's yes, through the card. */
export async function clientAgrees(made: MadeDispatch, plan: PlanFacts) {
  return must(await answerPlan(made.card, { planVersionId: plan.id, answer: 'agree', seen: plan.contentHash ?? '' }))
}

/** A supporter's yes, in マイページ. */
export async function supporterAgrees(world: World, personId: string, plan: PlanFacts) {
  const seen = plan.contentHash ?? ''
  return must(await answerPlan(world.supporter(personId), { planVersionId: plan.id, answer: 'agree', seen }))
}

/** Everybody has agreed to one version. */
export async function agreed(world: World, supporters: Askable[], change: Partial<PlanText> = {}): Promise<MadeDispatch & { plan: PlanFacts }> {
  const made = await preparing(world, supporters)
  const plan = await offered(world, made.dispatchId, change)
  await clientAgrees(made, plan)
  for (const { personId } of supporters) await supporterAgrees(world, personId, plan)
  return { ...made, plan: await newestPlan(world, made.dispatchId) }
}

/** The visits may begin. */
export async function begun(world: World, supporters: Askable[], change: Partial<PlanText> = {}): Promise<MadeDispatch & { plan: PlanFacts }> {
  const made = await agreed(world, supporters, change)
  await began(world, made.dispatchId)
  return made
}

/** The desk lets the visits of an agreed dispatch begin. */
export async function began(world: World, dispatchId: string): Promise<void> {
  const { version } = (await dispatchNow(world.aobaDispatch, dispatchId)).head
  must(await beginDispatch(world.aobaDispatch.ctx, { dispatchId, version }))
}
