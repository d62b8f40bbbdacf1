import { describe, expect, it } from 'vitest'
import { dayBoxesOf, echoOf } from './day-parts.ts'

describe('a day in three boxes', () => {
  it('takes a stored day apart without leading zeros', () => {
    expect(dayBoxesOf('1985-04-01')).toEqual({ year: '1985', month: '4', day: '1' })
  })

  it('keeps what was typed, right or wrong', () => {
    expect(dayBoxesOf({ year: '85', month: '13', day: '' })).toEqual({ year: '85', month: '13', day: '' })
  })

  it('is empty for a value that is no day', () => {
    for (const value of [undefined, null, '', '来週', 5])
      expect(dayBoxesOf(value)).toEqual({ year: '', month: '', day: '' })
  })

  it('echoes the Japanese year of the very day', () => {
    expect(echoOf({ year: '1985', month: '4', day: '1' })).toBe('1985年（昭和60年）4月1日')
    expect(echoOf({ year: '2019', month: '4', day: '30' })).toBe('2019年（平成31年）4月30日')
    expect(echoOf({ year: '2019', month: '5', day: '1' })).toBe('2019年（令和元年）5月1日')
  })

  it('reads full-width figures', () => {
    expect(echoOf({ year: '１９８５', month: '４', day: '０１' })).toBe('1985年（昭和60年）4月1日')
  })

  it('says nothing while the boxes hold no day', () => {
    expect(echoOf({ year: '1985', month: '', day: '' })).toBeNull()
    expect(echoOf({ year: '1985', month: '2', day: '30' })).toBeNull()
    expect(echoOf({ year: '昭和60', month: '4', day: '1' })).toBeNull()
  })
})
