import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { fiscalYear, fiscalYearLabel } from '#app/shared/fiscal-year.ts'
import { type FrameFacts, roleNames } from '#app/shared/frame.ts'
import { jpDate } from '#app/shared/tokyo-day.ts'
import { DeskFrame } from '../frame/desk-frame.tsx'
import { FlashMessage } from '../page/flash-message.tsx'
import { rails } from './rails.ts'

export interface DeskProps {
  frame: FrameFacts
  flash: string | null
  children: ReactNode
}

/** A page of the desk: the frame filled from who is acting, then what was just done, then the page. */
export function Desk({ frame, flash, children }: DeskProps) {
  const { pathname } = useLocation()
  const { hat, person, today } = frame
  if (!hat || !person) throw new Error('a desk page without a hat')
  const body = hat.contractorName ? `${hat.bodyName}（${hat.contractorName}）` : hat.bodyName
  return (
    <DeskFrame
      body={body}
      role={roleNames[hat.role]}
      person={person.displayName}
      switchHref={hat.canSwitch ? '/hat' : undefined}
      logout="/logout"
      fiscalYear={fiscalYearLabel(fiscalYear(today))}
      today={jpDate(today)}
      rail={rails[hat.role]}
      path={pathname}
      help={{ lines: [`${hat.bodyName}の事業責任者に聞いてください。`] }}
      printed={`${hat.bodyName}　${roleNames[hat.role]} ${person.displayName}　${jpDate(today)}`}
    >
      <FlashMessage>{flash}</FlashMessage>
      {children}
    </DeskFrame>
  )
}
