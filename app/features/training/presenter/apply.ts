import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { dayToBothYears } from '#app/shared/wareki.ts'
import type { ApplicantAnswers } from '../answers.ts'
import { type ApplyContact, type ApplyPerson, fullName } from '../forms.ts'
import type { PublicCourseFacts } from '../facts.ts'
import { presentPublicCourse } from './public.ts'

const wayWords = { mail: 'メール', post: '郵送', sms: 'ショートメッセージ（SMS）' } as const
const callTimeWords = { morning: '午前', afternoon: '午後', evening: '夕方' } as const
const later = 'まだ答えていません'

/** The words of the wishes, for the page before sending and for the desk. */
export function wishWords(answers: ApplicantAnswers, phone: string | null) {
  const calls = answers.callTimes.map((time) => callTimeWords[time]).join('、')
  return {
    ways: answers.ways.map((way) => wayWords[way]).join('、') || 'なし',
    phone: answers.phoneWish === 'none' ? '電話は希望しない' : `電話をかけてもよい（${phone ?? ''}）`,
    callTimes: answers.phoneWish === 'none' ? null : calls || 'いつでもよい',
    voicemail: { yes: '残してよい', no: '残さないでほしい', later }[answers.voicemail],
    senderName: { office: '役所の名前でよい', personOnly: '担当の名前だけにする', later }[answers.senderName],
    familyMayKnow: { yes: 'かまわない', no: '知られたくない', later }[answers.familyMayKnow],
    registerWish: { yes: '考えている', no: '考えていない', later }[answers.registerWish],
  }
}

interface Answer {
  name: string
  value: string
  /** The value is a mail address. */
  isMail?: boolean
}

/** The answers in two groups, as they will be sent. */
export function presentAnswers(person: ApplyPerson, contact: ApplyContact): { person: Answer[]; contact: Answer[] } {
  const { name, kana } = fullName(person)
  const words = wishWords(contact, contact.phone)
  return {
    person: [
      { name: 'お名前', value: name },
      { name: 'フリガナ', value: kana },
      { name: '呼び名', value: person.preferredName ?? '書いていません' },
      { name: '生まれた日', value: person.birth ? dayToBothYears(person.birth) : '書いていません' },
      { name: 'メールアドレス', value: person.email, isMail: true },
    ],
    contact: [
      { name: '連絡してもよい方法', value: words.ways },
      ...(contact.address ? [{ name: '郵送先', value: contact.address }] : []),
      { name: '電話のこと', value: words.phone },
      ...(contact.phone && contact.phoneWish === 'none' ? [{ name: '電話番号', value: contact.phone }] : []),
      ...(words.callTimes ? [{ name: '都合のよい時間帯', value: words.callTimes }] : []),
      { name: '留守番電話', value: words.voicemail },
      { name: '名乗り方', value: words.senderName },
      { name: 'ご家族に知られること', value: words.familyMayKnow },
      { name: 'あると助かること', value: contact.care ?? '書いていません' },
      { name: '研修のあとの登録', value: words.registerWish },
    ],
  }
}

/** The last page before sending: everything once more, and the ways back. Null when nobody can apply any more. */
export function presentConfirm(facts: PublicCourseFacts, person: ApplyPerson, contact: ApplyContact, today: TokyoDay) {
  const course = presentPublicCourse(facts, today)
  if (!course.apply) return null
  return { course, answers: presentAnswers(person, contact), back: `${course.apply}/contact`, first: course.apply }
}
export type ConfirmView = NonNullable<ReturnType<typeof presentConfirm>>
