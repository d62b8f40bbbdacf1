import { type FieldLike, secretField, TextField } from '#app/ui/form.ts'
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

/** Where a new password is chosen, with the address beside it for programs that keep passwords. */
export function NewPasswordField({ field, label, email, shortest }: { field: FieldLike; label: string; email: string; shortest: number }) {
  return (
    <>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <TextField
        field={secretField(field)} label={label} required type="password" autoComplete="new-password"
        support={`${shortest}文字から作れます。言葉をいくつか並べると、覚えやすくなります。大文字や記号は、なくてもかまいません。`}
      />
    </>
  )
}
