import { isUuid } from '#app/shared/ids.ts'
import { jpDateTime } from '#app/shared/tokyo-day.ts'
import type { ChainFacts, Trail } from '../facts/trail.ts'
import { brokenWords, entityNames, hatNames, verbNames } from '../messages.ts'
import type { TrailView } from '../views.ts'

const traceable = new Set(['support_case', 'dispatch_request', 'dispatch'])

function actionName(action: string): string {
  const verb = action.split('.').at(-1) ?? action
  return verbNames[verb] ?? action
}

/** The audit trail in the reader's words. */
export function presentTrail(trail: Trail, title: string): TrailView {
  return {
    title,
    lines: trail.rows.map((row) => ({
      key: String(row.seq),
      at: jpDateTime(row.at),
      who: row.actorName ?? hatNames[row.role] ?? '自動',
      role: hatNames[row.role] ?? row.role,
      action: actionName(row.action),
      entity: entityNames[row.entity] ?? row.entity,
      hash: row.hash,
      href: traceable.has(row.entity) && isUuid(row.entityId) ? `/desk/audit/${row.entityId}` : null,
    })),
    chain: chainOf(trail.chain),
    holds: trail.chain.broken === null,
    total: `全${trail.total.toLocaleString('ja-JP')}件`,
    olderHref: trail.olderThan === null ? null : `?before=${trail.olderThan}`,
    newestHref: trail.newest ? null : '?',
  }
}

function chainOf({ broken, checked, total, wholeAt }: ChainFacts): string {
  if (broken) {
    const why = brokenWords[broken.why] ?? broken.why
    return `記録のつながりが、${broken.seq}番で切れています（${why}）。事業責任者にすぐ知らせてください。`
  }
  const far = checked < total ? `${checked}番まで確かめました（残りの${total - checked}件は、順に確かめます）` : `${checked}番まで確かめました`
  const whole = wholeAt ? `はじめからすべてを確かめたのは、${jpDateTime(wholeAt)}です。` : 'はじめからすべてを確かめなおしたことは、まだありません。'
  return `記録のつながり：抜け・書きかえはありません。${far}。${whole}`
}
