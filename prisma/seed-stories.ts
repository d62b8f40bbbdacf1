import { heldHearing, openedCase, recordedContact } from '#tests/factories/cases.ts'
import { receivedRequest } from '#tests/factories/dispatch-request.ts'
import { newestPlan, supporterAgrees } from '#tests/factories/dispatch.ts'
import { called, incidentReported, settled } from '#tests/factories/safety.ts'
import { followedUp, stopped } from '#tests/factories/stopping.ts'
import { type City, held, planned, running, soundedOut, type Thread, visit, wished } from './seed-city.ts'
import { households } from './seed-households.ts'

/** Two supporters at the door for a month: met once, waited once, and the next visit is near. */
function moonViewing(city: City): void {
  const both = ['hana', 'jiro'] as const
  const thread = running(city, 36, { household: households.tsukimi, supporters: [...both] })
  for (const ago of [23, 9, 3]) visit(city, thread, ago, [...both])
  held(city, thread, 23, { by: 'hana', report: {}, advice: '静かに待てたことが、何よりよかったです。15分で十分です。' })
  held(city, thread, 9, {
    by: 'hana',
    report: {
      outcome: 'familyMet', cost: 420,
      did: '玄関で、お母さまに絵はがきをお渡ししました。「前のはがきは、机に置いてあります」と聞きました。',
      worry: 'お母さまに、どこまで話してよいか迷いました。',
    },
    advice: 'お母さまには、計画に書いたことだけで大丈夫です。迷ったときは「担当に聞いてみます」と言ってください。',
  })
  held(city, thread, 3, {
    by: 'hana',
    report: {
      outcome: 'met', cost: 420,
      did: '玄関ごしに、5分ほど話しました。飼っている猫のことを、つきみさんから聞きました。',
      worry: '次は猫の本を持っていってもよいでしょうか。',
    },
  })
  visit(city, thread, -3, [...both])
  visit(city, thread, -10, [...both])
}

/** A running dispatch with a small accident behind it, and a report still to be written. */
function spring(city: City): Thread {
  const { world, diary, who } = city
  const both = ['akane', 'hana'] as const
  const thread = running(city, 30, {
    household: households.izumi, supporters: [...both],
    wish: { purpose: '週に1回、家の外の人と話すこと', meeting: '近くの川まで、いっしょに歩く', ladder: 5 },
    plan: { frequency: '2週間に1回、金曜日の午後、30分くらい', place: '家の前から川の土手まで', dos: 'いっしょに歩きます。' },
  })
  visit(city, thread, 14, [...both], { from: '10:00', to: '10:30', place: '家の前' })
  let incidentId = ''
  diary.on(14, '10:05', async () => {
    incidentId = await incidentReported(world, who.akane.personId, thread.visits[14]!)
  })
  diary.on(14, '10:25', () => called(world.aobaDispatch, incidentId))
  diary.on(8, '15:00', () => settled(world.aobaDispatch, incidentId))
  held(city, thread, 14, {
    by: 'akane', at: '10:01', report: { outcome: 'met', arrived: '10:00', left: '10:30', did: '土手まで歩きました。鴨が3羽いました。', worry: null },
    advice: '植木鉢のことを、すぐに知らせてくださって助かりました。歩く速さも、いずみさんに合っています。',
  })
  held(city, thread, 14, {
    by: 'hana', at: '10:02', report: { outcome: 'met', arrived: '10:00', left: '10:30', did: '土手まで歩きました。帰りに、次に見たい鳥の名前を教えてもらいました。', worry: null, cost: null },
    advice: 'あかねさんと2人で、よい距離だったと思います。',
  })
  visit(city, thread, 1, [...both], { from: '15:30', to: '16:00', place: '家の前' })
  held(city, thread, 1, { by: 'hana', at: '15:31' })
  visit(city, thread, -6, [...both], { from: '15:30', to: '16:00', place: '家の前' })
  return thread
}

/** Letters first: one supporter, one visit a month. */
function indianSummer(city: City): void {
  const thread = running(city, 26, {
    household: households.koharu, supporters: ['saki'],
    wish: { ladder: 3, area: '中央区', meeting: '手紙と、オンラインのチャット' },
    plan: { ladder: 3, frequency: '月に1回', place: '手紙、オンライン' },
  })
  visit(city, thread, 12, ['saki'], { from: '15:00', to: '15:20', place: 'オンライン' })
  held(city, thread, 12, {
    by: 'saki', at: '15:00', report: { outcome: 'met', arrived: '15:00', left: '15:20', did: 'チャットで、好きな音楽の話をしました。', cost: null, self: 'tired' },
    advice: '画面ごしの20分は、思うより疲れます。次の日は、ゆっくり休んでください。',
  })
  visit(city, thread, -4, ['saki'], { from: '15:00', to: '15:20', place: 'オンライン' })
}

/** The client said stop; those concerned were told the day after. */
function seaBreeze(city: City): void {
  const { world, diary, database } = city
  const thread = running(city, 33, {
    household: households.shiokaze, supporters: ['tsubasa'], wish: { area: '海浜区' }, plan: { frequency: '月に2回、午前' },
  })
  visit(city, thread, 17, ['tsubasa'], { from: '10:00', to: '10:30' })
  held(city, thread, 17, { by: 'tsubasa', at: '10:00', report: { arrived: '10:00', left: '10:15' }, advice: 'ていねいな報告を、ありがとうございます。' })
  visit(city, thread, -7, ['tsubasa'], { from: '10:00', to: '10:30' })
  diary.on(1, '20:40', () => stopped(thread.made.card))
  diary.on(1, '20:50', () => followedUp(database, world.aobaDispatch, thread.made.requestId))
}

/** A plan that waits for the client's answer; the supporter has agreed. */
function rapeBlossom(city: City): void {
  const { world, diary, who } = city
  const thread = planned(city, 7, { household: households.nanohana, supporters: ['minori'], wish: { area: '南区' } })
  diary.on(2, '19:00', async () => {
    await supporterAgrees(world, who.minori.personId, await newestPlan(world, thread.made.dispatchId))
  })
}

/** Wishes that have not come so far: before the consent, consented, and sounded out with one keen answer. */
function beginnings(city: City): void {
  const { world, diary } = city
  diary.on(30, '09:30', async () => {
    const quiet = await openedCase(world, households.komorebi)
    await recordedContact(world, quiet.caseId)
    await heldHearing(world, quiet.caseId)
  })
  diary.on(12, '09:30', () => receivedRequest(world))
  wished(city, 9, { household: households.amayadori, wish: { peer: 'yes' } })
  const thread = wished(city, 10, { household: households.kazemachi, wish: { area: '北区' } })
  soundedOut(city, thread, 2, ['hana', 'sota', 'nagisa'], ['sota'])
}

/** Writes every story of the city into its diary. @returns the thread that can have a visit today */
export function tellStories(city: City): Thread {
  moonViewing(city)
  seaBreeze(city)
  const thread = spring(city)
  indianSummer(city)
  beginnings(city)
  rapeBlossom(city)
  return thread
}
