/** Sentences of the feature, by reason code. */
export const messages: Record<string, string> = {
  'case.closed': 'このケースは終了しています。もう一度始めるときは、先に再開してください。',
  'case.alreadyOpen': 'このケースは、あなたの担当です。理由を書かなくても開けます。',
  'case.noPerson': '世帯の方を、1人は入力してください。',
  'case.reasonShort': '理由は、20文字以上で書いてください。',
  'case.inFuture': '連絡した日時が、これから先になっています。日付と時刻を確かめてください。',
  'hearing.inFuture': '聞き取りの日が、これから先になっています。',
  'hearing.beforeLast': '前の聞き取りより前の日は、記録できません。日付を確かめてください。',
}
