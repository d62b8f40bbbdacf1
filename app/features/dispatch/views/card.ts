import type { HelpDesk } from '#app/shared/frame.ts'
import type { ClientNote } from '../domain/client-note.ts'

/** The client's page. */
export interface CardHomeView {
  help: HelpDesk | null
  deskName: string
  stopped: string | null
  visit: { day: string; time: string; facts: { name: string; value: string }[] } | null
  /** Nothing is due: what is so, and that nothing is expected. */
  quiet: { title: string | null; lines: string[] }
  /** The buttons that leave a note; the stop is a page of its own. */
  notes: { note: ClientNote; label: string }[]
  consent: { asked: boolean; text: string } | null
  promise: { dos: string[]; donts: string[] } | null
  planWaits: boolean
  rows: { href: string; label: string }[]
  readers: { name: string; text: string }[]
}

/** The page of the consent to coordination. */
export interface CardConsentView {
  help: HelpDesk | null
  deskName: string
  stopped: boolean
  /** 「11月21日（土）」 once it was given. */
  givenOn: string | null
}
