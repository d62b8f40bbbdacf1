/** A case is open or closed; closing is not the end of the person's right to come back (S1 終了→再開). */
export const caseStates = ['open', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/** How a member of the household stands to the person; `self` is the person. */
export const relations = ['self', 'mother', 'father', 'sibling', 'spouse', 'grandparent', 'child', 'other'] as const
export type Relation = (typeof relations)[number]

/** How the household must and must not be reached. `other` is a rule in its own words. */
export const ruleCodes = [
  'noVoicemail', 'noSenderName', 'noPhone', 'noLetters', 'noVisit', 'selfUnaware', 'windowlessEnvelope', 'callTime', 'other',
] as const
export type RuleCode = (typeof ruleCodes)[number]

/** What a contact was, for the yearly table (S1). */
export const contactKinds = ['consultation', 'agencyLiaison', 'inquiry'] as const
export type ContactKind = (typeof contactKinds)[number]

/** By what way; one contact may use several, and each is counted (S1). */
export const contactMethods = ['phone', 'office', 'homeVisit', 'mail', 'letter', 'online', 'accompany'] as const
export type ContactMethod = (typeof contactMethods)[number]

/** With whom; one contact may have several. `unknown` is a value, never blank. */
export const contactPartners = ['self', 'mother', 'father', 'family', 'agency', 'unknown'] as const
export type ContactPartner = (typeof contactPartners)[number]

/** Whether anybody was reached. A call nobody took, and a silent one, are contacts too. */
export const reaches = ['talked', 'noAnswer', 'silent'] as const
export type Reach = (typeof reaches)[number]

/** The hearing sheet's state ①–④; unknown and not applicable are values of their own (S1). */
export const hearingStates = ['s1', 's2', 's3', 's4', 'unknown', 'notApplicable'] as const
export type HearingState = (typeof hearingStates)[number]

/** What the hearing sheet asks about, in its order; work and school are not among them (S1). */
export const hearingTopics = ['athome', 'family', 'outside', 'people', 'sleep', 'worry'] as const
export type HearingTopic = (typeof hearingTopics)[number]

/** The answers of one hearing sheet: the person's own words first, then topic by topic. */
export interface HearingAnswers {
  ownWords: string
  topics: Partial<Record<HearingTopic, string>>
  /** Where the person put the mark between 1 (no support needed) and 5 (still wanted); null when not asked. */
  support: number | null
  /** Who listened with the writer, or why there was no second one (S1 原則2名). */
  listeners: string
}
