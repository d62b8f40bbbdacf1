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
}
