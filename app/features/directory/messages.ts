type Sentences = Record<string, string | ((detail: Record<string, string | number>) => string)>

/** Why a password cannot be taken, by reason code. */
export const passwordMessages: Sentences = {
  'password.tooShort': ({ min }) => `パスワードは${min}文字から作れます。言葉をいくつか並べると、覚えやすくなります。`,
  'password.tooLong': 'パスワードは128文字までです。',
  'password.common': 'よく使われるパスワードです。ほかの言葉を組み合わせてください。',
  'password.aboutYou': 'お名前やメールアドレス、この仕組みの名前だけでは作れません。ほかの言葉を足してください。',
}

/** What a login or a password is answered with, by reason code. */
export const messages: Sentences = {
  ...passwordMessages,
  'login.unknown': 'メールアドレスかパスワードがちがいます。もう一度お確かめください。',
  'login.wait': ({ seconds }) => `続けてちがっていたため、${seconds}秒待ってから、もう一度お試しください。`,
  'hat.gone': 'この所属・役割は、いまは選べません。ほかの所属・役割を選んでください。',
}
