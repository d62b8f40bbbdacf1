import { z } from 'zod'
import {
  choice, choices, clockTime, optionalText, recordId, requiredText, tokyoDayText, version,
} from '#app/shared/fields.ts'
import { ladderSteps } from '../domain/ladder.ts'
import { dayParts, parseSlot, peerWishes, slotKey, wishes } from '../domain/request.ts'
import type { Slot } from '../domain/request.ts'

const steps = ladderSteps.map(String) as [string, ...string[]]
/** The week of the form: each part of each day as one value. */
export const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  parts: dayParts.map((part) => ({ part, value: slotKey({ weekday, part }) })),
}))
const slots = week.flatMap(({ parts }) => parts.map(({ value }) => value)) as [string, ...string[]]

/** 派遣の希望を受け付ける: whose wish it is, what for, how far, when, what to avoid. */
export const ReceiveRequestForm = z.object({
  wish: choice('だれの希望か', wishes),
  members: z
    .preprocess(
      (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
      z.array(recordId('会う方')).max(4, '会う方を選び直してください'),
    )
    .refine((chosen) => chosen.length > 0, '会う方を選んでください'),
  purpose: requiredText('目的', 300),
  meeting: optionalText('希望する会い方', 300),
  supporter: optionalText('サポーターの希望', 200),
  peer: choice('経験のある人の希望', peerWishes),
  ladder: choice('いまよい会い方', steps).transform(Number),
  area: optionalText('あたり', 60),
  slots: choices('都合のよい日', slots),
  avoidPeople: optionalText('避けたい人', 500),
  avoidPlaces: optionalText('避けたい場所', 500),
})

/** 同意の記録をつける: a consent to coordination given in person, by phone or on paper. */
export const RecordConsentForm = z.object({
  party: recordId('同意した方'),
  method: choice('聞き方', ['inPerson', 'phone', 'paper'] as const),
  on: tokyoDayText('同意の日'),
  at: clockTime('時刻'),
  ladder: z.union([z.literal('').transform(() => null), choice('いまよい会い方', steps).transform(Number)]).default(null),
  version: version(),
})

/** A card for one party of the request. */
export const IssueCardForm = z.object({ party: recordId('カードを渡す方') })

/** Makes a card unusable. */
export const RevokeCardForm = z.object({ card: recordId('カード') })

/** A note of the client that staff have dealt with. */
export const FinishNoteForm = z.object({ task: recordId('連絡'), version: version() })

/** The hours of a form as slots. */
export function slotsFrom(keys: readonly string[]): Slot[] {
  return keys.flatMap((key) => parseSlot(key) ?? [])
}

const stages = ['all', 'consent', 'search', 'plan', 'closed'] as const
const wishFilters = ['all', ...wishes] as const
const lastPage = 10_000

/** What the address of the list asks for; anything unknown means everything. */
export function readFilter(query: URLSearchParams) {
  const page = Math.trunc(Number(query.get('page') ?? '1'))
  return {
    stage: stages.find((stage) => stage === query.get('stage')) ?? 'all',
    wish: wishFilters.find((wish) => wish === query.get('wish')) ?? 'all',
    page: page >= 1 && page <= lastPage ? page : 1,
  }
}
