/** Requests of this process that are being answered, and the background work that lets them go first. */
let underWay = 0
const waiting = new Set<() => void>()
const longestMs = 250

/** Counts a request as under way. @returns what to call, once, when it has been answered */
export function requestBegins(): () => void {
  underWay += 1
  let ended = false
  return () => {
    if (ended) return
    ended = true
    underWay -= 1
    if (underWay === 0) for (const go of waiting) go()
  }
}

/** Waits until nobody waits for an answer of this process, but no longer than a quarter of a second. */
export function afterRequests(): Promise<void> {
  if (underWay === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(alarm)
      waiting.delete(go)
      resolve()
    }
    const alarm = setTimeout(go, longestMs)
    waiting.add(go)
  })
}
