import fs from 'node:fs'
import { expect, test } from 'vitest'
import { entityNames, verbNames } from '#app/features/oversight/messages.ts'
import { applicationEvents } from '#app/features/training/domain/application-lifecycle.ts'
import { transitions } from '#app/features/safety/domain/incident.ts'

const sources = fs
  .readdirSync('app/features', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.server.ts'))
  .map((file) => fs.readFileSync(`app/features/${file}`, 'utf8'))

function named(pattern: RegExp): string[] {
  return [...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name]) => name ?? '')))]
}

test('the audit trail has a word for every act that is written into it', () => {
  const written = named(/\baction: [^,\n]*?'[a-zA-Z]+\.([a-zA-Z]+)'/g)
  expect(written.length).toBeGreaterThan(50)
  const composed = [
    ...Object.values(transitions).flatMap((row) => Object.keys(row)), ...applicationEvents,
    'arrive', 'leave', 'submit', 'correct', 'join', 'agree', 'change',
  ]
  expect([...written, ...composed].filter((verb) => !(verb in verbNames))).toEqual([])
})

test('the audit trail has a word for every record it speaks of', () => {
  const entities = named(/\bentity: '([a-z_]+)'/g)
  expect(entities.length).toBeGreaterThan(20)
  expect(entities.filter((entity) => !(entity in entityNames))).toEqual([])
})
