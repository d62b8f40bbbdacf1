// What every test file gets: anything written to console.error (React's warnings above all) fails the test.
import { afterEach, beforeEach, vi } from 'vitest'

let complaints: string[] = []

beforeEach(() => {
  complaints = []
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    complaints.push(parts.map(String).join(' '))
  })
})

afterEach(() => {
  const said = complaints
  complaints = []
  if (said.length > 0) throw new Error(`console.error was called:\n${said.join('\n')}`)
})
