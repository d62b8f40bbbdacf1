import { describe, expect, it } from 'vitest'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { checkOffer, emergencyOf, linesOf, planChanges, planParts, sharesOf, type PlanText } from './plan-text.ts'

const today = asTokyoDay('2026-11-21')
const plan: PlanText = {
  purpose: '家の外の人と、少しだけつながる時間をつくる。',
  from: asTokyoDay('2026-12-01'),
  to: asTokyoDay('2027-03-31'),
  frequency: '月に1回、木曜日、14時から30分くらい',
  place: '玄関の外',
  dos: '絵はがきを届けます。\n話したいときは、話を聞きます。',
  donts: '家の中には入りません。',
  emergency: 'あおばデスク',
  shares: '来る日：ご家族',
  ladder: 4,
}
const wished = { wish: 'person', ladderMax: 7 } as const

describe('a plan', () => {
  it('can be offered when every part is said', () => {
    expect(checkOffer(plan, wished, today)).toBeNull()
  })

  it.each(['purpose', 'frequency', 'place', 'dos', 'donts', 'emergency', 'shares'] as const)(
    'is not offered while "%s" is empty',
    (part) => {
      expect(checkOffer({ ...plan, [part]: ' \n' }, wished, today)).toEqual({ code: 'plan.incomplete', field: part })
    },
  )

  it('N5: a visit at home is never planned on the wish of the family alone', () => {
    for (const wish of ['family', 'unknown'] as const) {
      for (let ladder = 1; ladder <= 7; ladder += 1) {
        const refused = checkOffer({ ...plan, ladder }, { wish, ladderMax: 7 }, today)
        expect(refused?.code ?? null).toBe(ladder >= 6 ? 'plan.familyWish' : null)
      }
    }
  })

  it('stays within the step that is allowed now', () => {
    expect(checkOffer(plan, { wish: 'person', ladderMax: 3 }, today)?.code).toBe('plan.beyondLadder')
  })

  it('is not offered for a time that is over or reversed', () => {
    const over = { ...plan, from: asTokyoDay('2026-04-01'), to: asTokyoDay('2026-11-20') }
    expect(checkOffer(over, wished, today)?.code).toBe('plan.periodOver')
    expect(checkOffer({ ...plan, from: plan.to, to: plan.from }, wished, today)?.code).toBe('plan.periodReversed')
  })

  it('shows every part that differs from the version before, and nothing else', () => {
    expect(planChanges(plan, plan)).toEqual([])
    for (const part of planParts) {
      const changed = { ...plan, [part]: part === 'ladder' ? 2 : part === 'from' || part === 'to' ? today : 'ほか' }
      expect(planChanges(plan, changed).map((change) => change.part)).toEqual([part])
    }
  })

  it('finds the number to call in a line', () => {
    expect(emergencyOf('あおばデスク　000-0000-0020　平日 9時〜17時\n例田（000-0000-0002）\n母の携帯へ')).toEqual([
      { who: 'あおばデスク', phone: '000-0000-0020', note: '平日 9時〜17時' },
      { who: '例田', phone: '000-0000-0002', note: null },
      { who: '母の携帯へ', phone: null, note: null },
    ])
  })

  it('is read line by line', () => {
    expect(linesOf(' a \n\n b\n')).toEqual(['a', 'b'])
    expect(sharesOf('来る日：ご家族\n話したこと：\n報告')).toEqual([
      { item: '来る日', withWhom: 'ご家族' },
      { item: '話したこと', withWhom: 'だれにも見せません' },
      { item: '報告', withWhom: 'この約束にかかわる人' },
    ])
  })
})
