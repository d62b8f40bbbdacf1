import { RemixBrowser } from '@remix-run/react'
import { type ReactNode, startTransition, StrictMode, useLayoutEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * Keeps what is typed before the page has come alive. Taking over a text area that still has the text it came with in
 * its markup, the framework gives it that text again, at some moment while it works through the page; finding another
 * one there it leaves the area alone. So the markup is empty meanwhile, and nobody's text, caret or composition is touched.
 * @returns what gives the text areas their markup back, for a form that is reset
 */
function keepTyped(): () => void {
  const came = new Map<HTMLTextAreaElement, string>()
  for (const area of document.querySelectorAll('textarea')) {
    const { value, defaultValue } = area
    if (!defaultValue) continue
    came.set(area, defaultValue)
    // Once set, even to the same text, it no longer follows the markup.
    area.value = value
    area.defaultValue = ''
  }
  return () => {
    for (const [area, text] of came) area.defaultValue = text
  }
}

function Alive({ children, then }: { children: ReactNode; then: () => void }) {
  useLayoutEffect(then, [then])
  return children
}

/**
 * Waits for the data the page was made from. As long as the component waits for them itself, a key or a click makes the
 * framework give up («Root did not complete»), and the page never comes alive: remix-run/remix#10214.
 */
async function dataHaveCome(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (pending) {
    await pending
  }
}

const giveBack = keepTyped()
await dataHaveCome()
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Alive then={giveBack}>
        <RemixBrowser />
      </Alive>
    </StrictMode>,
  )
})
