import type { FormEvent } from 'react'

/**
 * 「すぐに閉じる」 (`.bar-act`): ends the session by POST and shows a neutral page. It never asks anything. With a
 * script the neutral page replaces the present one in the history, so that 「戻る」 does not open it again.
 */
export function CloseAtOnce({ to, neutral }: { to: string; neutral: string }) {
  function leave(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const body = new URLSearchParams()
    fetch(to, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => undefined)
    window.location.replace(neutral)
  }
  return (
    <form method="post" action={to} onSubmit={leave}>
      <button type="submit" className="bar-act">
        すぐに閉じる
      </button>
    </form>
  )
}
