/** The one line-drawn sign of the product. It always stands beside words and is never read aloud. */
export function Chevron({ to = 'right' }: { to?: 'right' | 'down' }) {
  return (
    <svg
      className="chevron"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={to === 'right' ? 'm5.5 2.5 5.5 5.5-5.5 5.5' : 'm2.5 5.5 5.5 5.5 5.5-5.5'} />
    </svg>
  )
}
