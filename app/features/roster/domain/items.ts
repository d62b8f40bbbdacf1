/** Items of a person that may be part of a provision. 登録番号, 氏名 and フリガナ always are. */
export const providedItems = ['workingName', 'area', 'phone', 'address', 'peer'] as const
export type ProvidedItem = (typeof providedItems)[number]

/** Items that stand on the roster only where the person chose so, one by one. */
export const choiceItems = ['phone', 'address', 'peer'] as const
export type ChoiceItem = (typeof choiceItems)[number]

/** What a person allowed when signing. */
export type Allowed = Readonly<Record<ChoiceItem, boolean>>

/** True when the item may be handed over for a person (S3 第3-2(3)ア; N2). */
export function isAllowed(item: ProvidedItem, allowed: Allowed): boolean {
  return item === 'workingName' || item === 'area' || allowed[item]
}

/** What happens with one item of one person in one provision. */
export type ItemFate = 'given' | 'notAllowed' | 'notAsked'

/** `notAsked`: the provision does not contain the item at all; `notAllowed`: the person did not choose it. */
export function fateOf(item: ProvidedItem, asked: readonly ProvidedItem[], allowed: Allowed): ItemFate {
  if (!asked.includes(item)) return 'notAsked'
  return isAllowed(item, allowed) ? 'given' : 'notAllowed'
}

/** True for a text that is one of the items. */
export function isProvidedItem(text: string): text is ProvidedItem {
  return (providedItems as readonly string[]).includes(text)
}
