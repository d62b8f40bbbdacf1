/** What an error page says: what is so, then what the reader can do. */
export interface ErrorWords {
  title: string
  lines: string[]
}

const WORDS: Record<number, ErrorWords> = {
  400: {
    title: '送られた内容を、読めませんでした',
    lines: ['まだ何も保存していません。', '前の画面にもどって、もう一度お試しください。'],
  },
  404: {
    title: 'ページが見つかりません',
    lines: [
      'アドレスが変わったか、ここではお見せしていないページです。',
      '打ちまちがいのこともあります。もう一度お確かめください。',
    ],
  },
  409: {
    title: '先に、ほかの方が変更しました',
    lines: [
      'あなたの入力は、まだ保存していません。',
      '前の画面にもどって、新しい内容を見てから、もう一度お願いします。',
    ],
  },
  410: {
    title: 'このページは、もう使えません',
    lines: [
      '案内の期限がすぎたか、もう使いおわったページです。',
      '新しいご案内が必要なときは、下の連絡先にお知らせください。',
    ],
  },
  503: {
    title: '準備をしています',
    lines: ['まもなく開けます。少したってから、もう一度お開きください。'],
  },
  500: {
    title: 'ただいま開けません',
    lines: [
      'こちらの都合で、うまく動いていません。あなたのせいではありません。',
      '少したってから、もう一度お試しください。',
    ],
  },
}

/** The words for a status; whatever is not named is ours to mend and reads as 500. */
export function errorWords(status: number): ErrorWords {
  return WORDS[status] ?? (status >= 400 && status < 500 && status !== 500 ? WORDS[404]! : WORDS[500]!)
}
