import { expect, test } from 'vitest'
import { afterLogIn, presentHats } from './presenter.ts'

test.each([
  [0, null, '/my'],
  [0, '/my/training', '/my/training'],
  [0, '/desk/dispatches', '/my'],
  [0, '/courses', '/my'],
  [1, null, '/desk'],
  [1, '/desk/courses', '/desk/courses'],
  [1, '/my/training', '/my/training'],
  [2, null, '/hat'],
  [2, '/desk/courses', '/desk/courses'],
])('所属が %s つの人が %s に行こうとしてログインすると、%s に着く', (hats, wanted, to) => {
  expect(afterLogIn(hats, wanted)).toBe(to)
})

test('受託先の職員は、どの組織のために動くかが分かる', () => {
  const view = presentHats({
    displayName: '試川 まどか',
    membershipId: 'a',
    hats: [
      { membershipId: 'a', bodyName: 'あおば市', role: 'dispatch', contractorName: 'NPO法人 となりの灯' },
      { membershipId: 'b', bodyName: 'みどり県', role: 'trainer', contractorName: null },
    ],
  })
  expect(view.hats).toEqual([
    { membershipId: 'a', label: 'あおば市の派遣担当', note: 'NPO法人 となりの灯の職員として　いま、この所属です' },
    { membershipId: 'b', label: 'みどり県の研修担当', note: '' },
  ])
})
