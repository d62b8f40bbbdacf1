import type { PublishText } from '#app/features/consent/commands/publish-text.server.ts'

/** The made-up prefecture's consent text: its own words, one item per screen. */
export const demoConsentText: Omit<PublishText, 'inForceFrom'> = {
  title: '登録同意書 兼 誓約書',
  wording: {
    purpose: 'ひきこもりサポーターとして名簿に登録し、市町村が行うサポーター派遣の調整に使うためのものです。',
    promises: [
      '活動で知ったことは、ほかの人に話しません。',
      'サポーターをやめた後も、同じです。',
    ],
    registered: ['お名前', 'フリガナ', '活動名', '活動できる地域'],
    addressee: 'みどり県知事',
    contact: { office: 'みどり県 地域福祉課', phone: '000-0000-0010', email: 'kenshu@midori.example.jp' },
    retentionYears: 5,
    coversPlanned: true,
    recipientsAtItem: 3,
    registeredAtItem: 2,
  },
  items: [
    {
      no: 1,
      title: 'この登録について',
      text: 'これは、ひきこもりサポーターとして名簿に登録するための書類です。\n登録するかどうかは、ご自分で決められます。登録しなくても、研修の修了には影響しません。',
    },
    {
      no: 2,
      title: '名簿にのせること',
      text: '名簿にいつものせるのは、お名前、フリガナ、活動名、活動できる地域です。\n電話番号・住所・経験（ピアサポーターであること）は、のせるかどうかを一つずつ選べます。',
    },
    {
      no: 3,
      title: '名簿をお渡しするところ',
      text: '名簿は、サポーター派遣をしている市町村と、これから始める予定の市町村にお渡しします。\n渡し先が増えるときは、お知らせします。',
    },
    {
      no: 4,
      title: '名簿の使いみち',
      text: '市町村は、名簿を「どのサポーターにお願いするか」を決めるためだけに使います。\nほかの目的には使いません。',
    },
    {
      no: 5,
      title: '活動の前に、もう一度おたずねします',
      text: '市町村は、お願いをする前に、今も活動してよいかをもう一度おたずねします。\nことわってもかまいません。',
    },
    {
      no: 6,
      title: '知ったことを話さない約束',
      text: '活動で知ったことは、ほかの人に話しません。\nサポーターをやめた後も同じです。',
    },
    {
      no: 7,
      title: 'いつでも取りやめられます',
      text: '同意は、いつでも取りやめられます。理由は必要ありません。\n取りやめた後は、渡した名簿からも消すように市町村へ伝えます。',
    },
    {
      no: 8,
      title: '記録をとっておく期間',
      text: '記録は、登録をやめた次の年度から5年間保存し、その後に消します。',
    },
    {
      no: 9,
      title: '記録を見たいとき、直したいとき',
      text: 'ご自分の記録を見たい・直したいときの窓口は、みどり県 地域福祉課です。',
    },
  ],
}
