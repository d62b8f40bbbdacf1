import type { ReactNode } from 'react'

/**
 * What was done, in the past tense, at the top of the next page (`.flash`): 「訪問の予定を入れました。」. It is read
 * out and stays. Nothing is shown without a message.
 */
export function FlashMessage({ children }: { children?: ReactNode }) {
  return children ? (
    <div className="flash" role="status">
      {children}
    </div>
  ) : null
}
