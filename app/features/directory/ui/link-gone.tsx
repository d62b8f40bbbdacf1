import { ErrorPage } from '#app/ui/phone.ts'

/** A mailed link that no longer opens: perhaps because everything is done already. */
export function LinkGone() {
  return (
    <div className="phone">
      <main className="main" id="main">
        <ErrorPage status={410} links={[{ label: 'ログインする', href: '/login' }, { label: 'パスワードを決め直す', href: '/password' }, { label: 'はじめのページへ', href: '/' }]}>
          <p>申込みの確認がすんでいる方は、ログインすると、マイページを見られます。</p>
        </ErrorPage>
      </main>
    </div>
  )
}
