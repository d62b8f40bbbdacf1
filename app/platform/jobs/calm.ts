/** Requests of this process that are being answered, and the background work that lets them go first. */
let underWay = 0
let lastEnded = Number.NEGATIVE_INFINITY
const waiting = new Set<() => void>()
/** A page is followed by the next one, a form by its answer: only after this much quiet nobody is waiting. */
const quietMs = 50
const longestMs = 2_000

/** Counts a request as under way. @returns what to call, once, when it has been answered */
export function requestBegins(): () => void {
  underWay += 1
  let ended = false
  return () => {
    if (ended) return
    ended = true
    underWay -= 1
    lastEnded = performance.now()
    if (underWay === 0) for (const look of waiting) look()
  }
}

/**
 * A round of background work that lets requests go first.
 * @returns how to wait before each piece of it: until nobody has been waiting for an answer of this process for a
 * moment; the round as a whole is held up for two seconds at most
 */
export function calmRound(): () => Promise<void> {
  const latest = performance.now() + longestMs
  return () => quietBefore(latest)
}

function quietBefore(latest: number): Promise<void> {
  return new Promise((resolve) => {
    let alarm: NodeJS.Timeout | undefined
    function look(): void {
      clearTimeout(alarm)
      const now = performance.now()
      const free = underWay === 0 ? lastEnded + quietMs : latest
      const at = Math.min(free, latest)
      if (now < at) {
        alarm = setTimeout(look, Math.ceil(at - now))
        return
      }
      waiting.delete(look)
      resolve()
    }
    waiting.add(look)
    look()
  })
}
