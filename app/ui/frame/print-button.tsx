import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

/** Opens the browser's print. Shown only where a script can do it; the browser's own menu works without. */
export function PrintButton({ children = '印刷する' }: { children?: ReactNode }) {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  return (
    <button type="button" className="link link-row" onClick={() => window.print()}>
      {children}
    </button>
  )
}
