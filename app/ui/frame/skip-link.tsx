/** First link of every page (`.skip`). Every frame's `main` has the id `main`. */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      本文へ
    </a>
  )
}
