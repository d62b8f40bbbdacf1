import type { Cookie } from './town.ts'

/** What is typed into a form: one text or several of a name, or a file. */
export type Typed = Record<string, string | string[] | File>

/** One form of the product, with somebody who may send it and something good to say. */
export interface FormCase {
  /** `supporter/visit#hold`: the route's file and the button. */
  form: string
  as: Cookie
  path: string
  /** The page that draws the form, where it is another address than the form's own. */
  drawnAt?: string
  /** What a reader types or chooses; what the page carries by itself is taken from the page. */
  typed: Typed
  /** Fields that name a record, with one of somebody else. */
  foreign?: Record<string, string>
  /** Somebody with the same hat elsewhere, for whom the address does not exist. */
  stranger?: Cookie
  /** Fields that take any text: a password is never read, a draft is kept as it stands. */
  free?: string[]
  /** A text that a machine sends, drawn by no field. */
  noForm?: true
}
