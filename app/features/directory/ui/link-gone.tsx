import { ErrorScreen } from '#app/ui/page/error-screen.tsx'

const links = [
  { label: 'ログインする', href: '/login' },
  { label: 'パスワードを決め直す', href: '/password' },
  { label: 'はじめのページへ', href: '/' },
]

/** A mailed link that no longer opens: perhaps because everything is done already. */
export function LinkGone() {
  return (
    <ErrorScreen status={410} links={links}>
      <p>申込みの確認がすんでいる方は、ログインすると、マイページを見られます。</p>
    </ErrorScreen>
  )
}
