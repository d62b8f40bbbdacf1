import { useEffect, useRef, useState } from 'react'
import { jpTime } from '#app/shared/tokyo-day.ts'

const quietMs = 1_500
const retryMs = 15_000

/** Whether what is on the screen is safe on the server. */
export interface Saving {
  state: 'idle' | 'saved' | 'offline'
  /** 「14時32分」 of the last time it was kept. */
  at: string | null
}

/**
 * Keeps a form while it is being written: a moment after the last letter, and again until the server has it.
 * Without a script the button does the same.
 */
export function useAutosave(): { saving: Saving; onInput: (form: HTMLFormElement) => void } {
  const [saving, setSaving] = useState<Saving>({ state: 'idle', at: null })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  async function keep(form: HTMLFormElement) {
    const body = new FormData(form)
    body.set('_intent', 'keep')
    try {
      // The page's own action; any other status (a login, a server at rest) means that it was not kept.
      const answer = await fetch(`${location.pathname}.data`, { method: 'POST', body })
      if (answer.status !== 200) throw new Error('not kept')
      const date = answer.headers.get('date')
      setSaving({ state: 'saved', at: date && jpTime(new Date(date)) })
    } catch {
      setSaving((before) => ({ ...before, state: 'offline' }))
      timer.current = setTimeout(() => void keep(form), retryMs)
    }
  }

  function onInput(form: HTMLFormElement) {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void keep(form), quietMs)
  }
  return { saving, onInput }
}
