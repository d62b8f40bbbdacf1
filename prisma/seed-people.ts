/** The supporters of the demo: plainly fictional, with names that forms and fonts find hard. */
export const demoSupporters = [
  {
    applicant: { familyName: '千葉', givenName: '花子', familyKana: 'チバ', givenKana: 'ハナコ', preferredName: 'はな', email: 'hanako@mihon.example.jp' },
    workingName: 'はな',
    homeArea: 'あおば市 北区',
  },
  {
    applicant: { familyName: '髙橋', givenName: '﨑子', familyKana: 'タカハシ', givenKana: 'サキコ', email: 'sakiko@mihon.example.jp' },
    workingName: 'さき',
    homeArea: 'あおば市 中央区',
  },
  {
    applicant: { familyName: '𠮷田', givenName: 'じろう', familyKana: 'ヨシダ', givenKana: 'ジロウ', email: 'jiro@mihon.example.jp' },
    workingName: 'じろう',
    homeArea: 'あおば市 北区',
  },
  {
    applicant: { familyName: '見本', givenName: 'もみじ', familyKana: 'ミホン', givenKana: 'モミジ', email: 'momiji@mihon.example.jp' },
    workingName: 'もみじ',
    homeArea: 'しらかば町',
  },
  {
    applicant: { familyName: '仮野', givenName: 'いちょう', familyKana: 'カリノ', givenKana: 'イチョウ', email: 'icho@mihon.example.jp' },
    workingName: 'いちょう',
    homeArea: 'あおば市 南区',
  },
] as const
