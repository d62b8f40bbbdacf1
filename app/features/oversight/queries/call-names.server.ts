import type { Tx } from '#app/platform/db/with-actor.server.ts'

/** Call names of the clients of requests and dispatches, as far as this reader sees them. Two statements. */
export async function callNamesOf(
  tx: Tx,
  of: { requestIds?: readonly string[]; dispatchIds?: readonly string[] },
): Promise<(id: string | null) => string[]> {
  const dispatches = of.dispatchIds?.length
    ? await tx.dispatch.findMany({ where: { id: { in: [...of.dispatchIds] } }, select: { id: true, requestId: true } })
    : []
  const requestIds = [...(of.requestIds ?? []), ...dispatches.flatMap(({ requestId }) => requestId ?? [])]
  const parties = requestIds.length
    ? await tx.dispatchParty.findMany({ where: { requestId: { in: requestIds } }, select: { requestId: true, callName: true } })
    : []
  return (id) => {
    const requestId = dispatches.find((dispatch) => dispatch.id === id)?.requestId ?? id
    return parties.filter((party) => party.requestId === requestId).map(({ callName }) => callName)
  }
}
