import type { Actor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { allWithSan } from '#app/shared/call-name.ts'
import type { HelpDesk } from '#app/shared/frame.ts'
import { receiptNo } from '#app/shared/receipt-no.ts'
import { jpDate, jpDateTime, jpDateWithYear, tokyoDay } from '#app/shared/tokyo-day.ts'
import { channelNames } from './messages.ts'
import { recordedChannels } from './domain/follow-up.ts'
import type { ClientStopFacts, StopFacts, StopOfReader, StopToRecord } from './facts.ts'
import type { ClientStopView, RecordStopView, StopLine, StopView } from './views.ts'

/** The client's page: plain words and dates, nothing else. */
export function presentClientStop(facts: ClientStopFacts, help: HelpDesk | null): ClientStopView {
  return {
    stopped: facts.stoppedAt !== null,
    plannedFrom: facts.firstVisit && `${jpDate(tokyoDay(facts.firstVisit))}からの予定`,
    deskName: help?.name ?? '担当の窓口',
    receivedAt: facts.stoppedAt && jpDateTime(facts.stoppedAt),
    help,
  }
}

/** One line of the desk's list. */
export function presentStopLine(facts: StopFacts): StopLine {
  return {
    id: facts.id,
    href: `/desk/stops/${facts.id}`,
    receiptNo: receiptOf(facts),
    callNames: called(facts.callNames),
    receivedAt: jpDateTime(facts.receivedAt),
    channel: channelNames[facts.channel],
    due: facts.dueOn && !facts.doneAt ? jpDate(tokyoDay(facts.dueOn)) : '—',
    done: facts.doneAt !== null,
  }
}

/** One stop, with what its reader may do. */
export function presentStop(facts: StopOfReader, actor: Actor): StopView {
  const line = presentStopLine(facts)
  const { bodyId, coordinatorIds } = facts
  return {
    ...line,
    version: facts.version,
    requestHref: facts.requestId ? `/desk/requests/${facts.requestId}` : null,
    doneAt: facts.doneAt && jpDateTime(facts.doneAt),
    due: facts.dueOn && jpDateWithYear(tokyoDay(facts.dueOn)),
    cancelledVisits: facts.cancelled.map((at) => jpDateTime(at)),
    canFinish: facts.doneAt === null && may(actor, 'stop.followUp', { bodyId, coordinatorIds }),
  }
}

/** The page on which a stop is written down that was said by phone, on paper or to somebody. */
export function presentStopToRecord(facts: StopToRecord): RecordStopView {
  return {
    title: `${called(facts.callNames)}の中止を受け付ける`,
    receiptNo: receiptNo(facts.receipt.year, 'HK', facts.receipt.no),
    requestHref: `/desk/requests/${facts.requestId}`,
    stopped: facts.stopped,
    channels: recordedChannels.map((channel) => ({ value: channel, label: channelNames[channel] })),
    coming: facts.coming.map((at) => jpDateTime(at)),
  }
}

function called(callNames: string[]): string {
  return allWithSan(callNames) || '—'
}

function receiptOf(facts: StopFacts): string {
  return facts.receipt ? receiptNo(facts.receipt.year, 'HK', facts.receipt.no) : '—'
}
