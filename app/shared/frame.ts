import type { StaffRole } from './actor.ts'
import type { TokyoDay } from './tokyo-day.ts'

/** What the frame around a page says: who is acting, for whom, on which day. No data of records. */
export interface FrameFacts {
  today: TokyoDay
  person: { displayName: string } | null
  hat: { bodyName: string; role: StaffRole; contractorName: string | null; canSwitch: boolean } | null
  demo: boolean
}

/** What every page's loader gives its component. */
export interface Seen<V> {
  view: V
  frame: FrameFacts
  /** Key that makes sending a form of this page once and once only. */
  formKey: string
  /** A sentence about what was just done, shown once. */
  flash: string | null
  /** The form that was sent comes back, to be looked at again. */
  givenBack: boolean
}

/** What a hat is called on screen. */
export const roleNames: Record<StaffRole, string> = {
  trainer: '研修担当',
  roster: '名簿担当',
  dispatch: '派遣担当',
  coordinator: 'コーディネーター',
  auditor: '監査',
  admin: 'システム管理者',
}

/** Who answers questions about a page, as the body's settings name them. */
export interface HelpDesk {
  /** 「あおばデスク」. */
  name: string
  mail: string | null
  phone: string | null
  /** 「平日 9時〜17時」. */
  hours: string | null
}
