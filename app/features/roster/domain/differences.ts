/** One person in a provision, as far as a comparison needs it: an opaque fingerprint of what was given. */
export interface GivenPerson {
  personId: string
  registrationNo: string
  /** The items given, in order: 'workingName,area,phone'. */
  items: string
}

export interface Differences {
  added: GivenPerson[]
  /** In both, with other items than before. */
  changed: { person: GivenPerson; before: string }[]
  gone: GivenPerson[]
}

/** What differs between the last provision to a municipality and the present one. */
export function differences(before: readonly GivenPerson[], now: readonly GivenPerson[]): Differences {
  const old = new Map(before.map((person) => [person.personId, person]))
  const present = new Set(now.map((person) => person.personId))
  return {
    added: now.filter((person) => !old.has(person.personId)),
    changed: now.flatMap((person) => {
      const was = old.get(person.personId)
      return was && was.items !== person.items ? [{ person, before: was.items }] : []
    }),
    gone: before.filter((person) => !present.has(person.personId)),
  }
}
