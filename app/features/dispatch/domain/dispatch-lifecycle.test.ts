import { describe, expect, it } from 'vitest'
import {
  asDispatchState, dispatchEvents, dispatchStates, isOpenDispatch, nextDispatchState, openDispatchStates,
} from './dispatch-lifecycle.ts'

describe('a dispatch', () => {
  it.each(openDispatchStates)('can be stopped while it is %s', (state) => {
    expect(nextDispatchState(state, 'stop')).toBe('stopped')
  })

  it('is open in every state but the two closed ones', () => {
    expect(openDispatchStates).toEqual(['preparing', 'agreed', 'active', 'paused'])
    expect(dispatchStates.filter((state) => !isOpenDispatch(state))).toEqual(['stopped', 'ended'])
  })

  it.each(dispatchEvents)('never comes back by "%s" once it is closed', (event) => {
    expect(nextDispatchState('stopped', event)).toBeNull()
    expect(nextDispatchState('ended', event)).toBeNull()
  })

  it('moves exactly as the table says', () => {
    const moves = dispatchStates.flatMap((state) =>
      dispatchEvents.map((event) => `${state} -${event}-> ${nextDispatchState(state, event) ?? 'no'}`),
    )
    expect(moves.filter((move) => !move.endsWith('no'))).toEqual([
      'preparing -agree-> agreed', 'preparing -stop-> stopped',
      'agreed -agree-> agreed', 'agreed -begin-> active', 'agreed -pause-> paused', 'agreed -stop-> stopped',
      'active -agree-> active', 'active -pause-> paused', 'active -stop-> stopped', 'active -end-> ended',
      'paused -agree-> paused', 'paused -resume-> active', 'paused -stop-> stopped', 'paused -end-> ended',
    ])
  })

  it('begins only after everybody has agreed', () => {
    const begins = dispatchStates.filter((state) => nextDispatchState(state, 'begin'))
    expect(begins).toEqual(['agreed'])
  })

  it('knows its own words only', () => {
    expect(asDispatchState('paused')).toBe('paused')
    expect(() => asDispatchState('resting')).toThrow(RangeError)
  })
})
