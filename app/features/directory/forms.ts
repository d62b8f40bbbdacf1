import { z } from 'zod'
import { emailAddress, recordId } from '#app/shared/fields.ts'

const tooLong = 'パスワードは128文字までです'

/** ログイン。 */
export const LogInForm = z.object({
  email: emailAddress(),
  password: z.string('パスワードを入力してください').min(1, 'パスワードを入力してください').max(1024, tooLong),
  to: z.string().max(500).optional(),
})

/** パスワードを決め直すページを、メールで受け取る。 */
export const AskPasswordForm = z.object({ email: emailAddress() })

/** 所属・役割を選ぶ。 */
export const ChooseHatForm = z.object({ membershipId: recordId('所属・役割') })

/** 新しいパスワード。長さと、よくある言葉は、コマンドが確かめる。 */
export const SetPasswordForm = z.object({
  password: z.string('パスワードを入力してください').min(1, 'パスワードを入力してください').max(1024, tooLong),
})

/** すでにアカウントがある人の申込みの確認。 */
export const ConfirmKnownForm = z.object({})
