export interface NameText {
  name: string
  text: string
}

export interface TextNote {
  text: string
  note?: string
}

/** One of the five steps of a wish, in words. */
export interface LineStep {
  name: string
  note: string
  state: 'done' | 'now' | 'wait'
  waiting?: boolean
}
