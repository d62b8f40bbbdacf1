import { RemixBrowser } from '@remix-run/react'
import { type ReactNode, startTransition, StrictMode, useLayoutEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * Remembers what is typed before the page has come alive: taking over a text area that had a text, the framework gives
 * it that text again.
 * @returns what puts the typed texts back
 */
function rememberTyped(): () => void {
  const typed = new Map<HTMLTextAreaElement, string>()
  for (const area of document.querySelectorAll('textarea')) {
    if (area.value !== area.defaultValue) typed.set(area, area.value)
  }
  function note({ target }: Event): void {
    if (target instanceof HTMLTextAreaElement) typed.set(target, target.value)
  }
  document.addEventListener('input', note, true)
  return () => {
    document.removeEventListener('input', note, true)
    for (const [area, text] of typed) if (area.value !== text) area.value = text
  }
}

function Alive({ children, then }: { children: ReactNode; then: () => void }) {
  useLayoutEffect(then, [then])
  return children
}

const putBack = rememberTyped()
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Alive then={putBack}>
        <RemixBrowser />
      </Alive>
    </StrictMode>,
  )
})
