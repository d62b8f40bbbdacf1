/** Every sentence this feature answers with, by reason code. */
export const messages: Record<string, string> = {
  notCompleted: '研修の修了が確認できてから、登録の説明を始められます。',
  noText: '登録の説明の文面が、まだ用意されていません。担当に聞いてください。',
  alreadyBegun: '登録の説明は、すでに始まっています。マイページから続けられます。',
  alreadySigned: '登録の同意は、すでに受け取っています。',
  itemNotOpen: '前の説明から、順に読んでください。',
  notRead: '説明をすべて読み終えてから、署名してください。',
  notOpen: 'この同意は、いまは変えられません。画面を開き直してください。',
  notSigned: '取りやめる同意が、いまはありません。',
  tooSoon: '読み終えたばかりです。もう一度、押してください。',
  strokes: 'わくの中に、お名前を書いてください。',
  paperMissing: '紙をとった写真か、PDFを選んでください。',
  paperTooLarge: 'ファイルは10MBまでです。写真を小さくして、選び直してください。',
  paperKind: 'PDF、JPEG、PNGのどれかを選んでください。',
  paperWaiting: '紙は届いています。担当が確かめるまで、お待ちください。',
  noPaper: '確かめる紙が、いまはありません。',
  signedBeforeRead: '紙に書かれた日は、説明を読み終えた日から今日までの間です。',
}
