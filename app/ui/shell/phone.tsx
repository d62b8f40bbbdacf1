import type { ReactNode } from 'react'
import type { HelpDesk } from '#app/shared/frame.ts'
import type { FootLink, PhoneHelp } from '../frame/phone-foot.tsx'
import { PhoneFrame } from '../frame/phone-frame.tsx'
import { FlashMessage } from '../page/flash-message.tsx'

export interface PhonePageProps {
  flash: string | null
  help: HelpDesk | null
  top?: ReactNode
  side?: ReactNode
  sideFirst?: boolean
  children: ReactNode
}

const print: FootLink = { label: '印刷する', print: true }

function helpOf(desk: HelpDesk | null, links: FootLink[], written: string): PhoneHelp {
  if (!desk) return { heading: 'おたずね先', lines: ['お手元のご案内に書いてある窓口に、お知らせください。'], links }
  const tel = desk.phone ? `${desk.phone}${desk.hours ? `（${desk.hours}）` : ''}` : undefined
  return {
    heading: desk.name,
    lines: [written],
    mail: desk.mail ?? undefined,
    tel,
    links,
  }
}

/** A page of マイページ: the menu leads home, the foot logs out. */
export function MyPage({ flash, help, top, children, ...columns }: PhonePageProps) {
  const foot = helpOf(help, [print, { label: 'ログアウト', post: '/logout' }], 'こまったとき、聞きたいときは、いつでもどうぞ。')
  return (
    <PhoneFrame action={{ kind: 'menu', href: '/my' }} home="/my" help={foot} top={top} {...columns}>
      <FlashMessage>{flash}</FlashMessage>
      {children}
    </PhoneFrame>
  )
}

/** A page for everybody: it can be left at once. */
export function PublicPage({ flash, help, top, children, ...columns }: PhonePageProps) {
  const foot = helpOf(help, [print, { label: 'ログイン', href: '/login' }], '聞きたいことがあるときは、メールでもかまいません。')
  return (
    <PhoneFrame action={{ kind: 'close', to: '/closed' }} home="/" help={foot} top={top} {...columns}>
      <FlashMessage>{flash}</FlashMessage>
      {children}
    </PhoneFrame>
  )
}

/** A page of the client's card: one column, no link out, closing forgets the card on this device. */
export function ClientPage({ flash, help, top, children }: Omit<PhonePageProps, 'side' | 'sideFirst'>) {
  const foot = helpOf(help, [print], '聞きたいことがあるときは、メールでも、手紙でも、人づてでもかまいません。')
  return (
    <PhoneFrame action={{ kind: 'close', to: '/card/close' }} help={foot} top={top}>
      <FlashMessage>{flash}</FlashMessage>
      {children}
    </PhoneFrame>
  )
}
