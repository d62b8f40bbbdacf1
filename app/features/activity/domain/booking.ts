import type { TokyoDay } from '#app/shared/tokyo-day.ts'

/** A time span in Tokyo days, both ends included. */
export interface DaySpan {
  from: TokyoDay
  to: TokyoDay
}

/** A supporter as the booking sees him: cover and visits that this desk may know of. */
export interface BookedSupporter {
  personId: string
  callName: string
  covers: readonly DaySpan[]
  /** Other live visits of this body, as half-open time spans. */
  busy: readonly { startsAt: Date; endsAt: Date }[]
}

/** What is asked for. */
export interface BookingAsk {
  startsAt: Date
  endsAt: Date
  day: TokyoDay
  supporterIds: readonly string[]
}

/** What stands. */
export interface BookingFacts {
  state: string
  /** The period of the plan in force; null before anybody agreed. */
  period: DaySpan | null
  supporters: readonly BookedSupporter[]
  now: Date
}

/** Why a visit cannot be booked; `name`, `from` and `to` say whom and until when. */
export interface BookingRefusal {
  code:
    | 'visit.stopped' | 'visit.notActive' | 'visit.ended' | 'visit.outsidePlan' | 'visit.begun' | 'visit.reversed'
    | 'visit.tooLong' | 'visit.nobody' | 'visit.tooMany' | 'visit.notTheirs' | 'visit.notInsured'
    | 'visit.notInsuredYet' | 'visit.overlap'
  field?: 'day' | 'from' | 'to' | 'supporters'
  detail?: Record<string, string>
}

const longestMs = 12 * 3_600_000
const mostSupporters = 2

/** Is the day inside a span? */
export function covers(span: DaySpan, day: TokyoDay): boolean {
  return span.from <= day && day <= span.to
}

function checkTimes(ask: BookingAsk, facts: BookingFacts): BookingRefusal | null {
  if (ask.endsAt <= ask.startsAt) return { code: 'visit.reversed', field: 'to' }
  if (ask.endsAt.getTime() - ask.startsAt.getTime() > longestMs) return { code: 'visit.tooLong', field: 'to' }
  if (ask.startsAt < facts.now) return { code: 'visit.begun', field: 'day' }
  return null
}

function checkDispatch(ask: BookingAsk, { state, period }: BookingFacts): BookingRefusal | null {
  if (state === 'stopped') return { code: 'visit.stopped' }
  if (state === 'ended') return { code: 'visit.ended' }
  if (state !== 'active' || !period) return { code: 'visit.notActive' }
  if (covers(period, ask.day)) return null
  return { code: 'visit.outsidePlan', field: 'day', detail: { from: period.from, to: period.to } }
}

function checkSupporter(ask: BookingAsk, supporter: BookedSupporter): BookingRefusal | null {
  const name = supporter.callName
  if (!supporter.covers.some((span) => covers(span, ask.day))) {
    const next = supporter.covers.map((span) => span.from).filter((from) => from > ask.day).sort()[0]
    return next
      ? { code: 'visit.notInsuredYet', field: 'day', detail: { name, from: next } }
      : { code: 'visit.notInsured', field: 'day', detail: { name } }
  }
  const clash = supporter.busy.some((other) => other.startsAt < ask.endsAt && other.endsAt > ask.startsAt)
  return clash ? { code: 'visit.overlap', field: 'from', detail: { name } } : null
}

/**
 * May this visit be booked, as far as the desk can know (N7)? Null when it may. Visits and limits of other bodies
 * are not known here: the database has the last word on them.
 */
export function checkBooking(ask: BookingAsk, facts: BookingFacts): BookingRefusal | null {
  const refused = checkDispatch(ask, facts) ?? checkTimes(ask, facts)
  if (refused) return refused
  if (ask.supporterIds.length === 0) return { code: 'visit.nobody', field: 'supporters' }
  if (ask.supporterIds.length > mostSupporters) return { code: 'visit.tooMany', field: 'supporters' }
  for (const id of ask.supporterIds) {
    const supporter = facts.supporters.find((one) => one.personId === id)
    if (!supporter) return { code: 'visit.notTheirs', field: 'supporters' }
    const busyOrBare = checkSupporter(ask, supporter)
    if (busyOrBare) return busyOrBare
  }
  return null
}
