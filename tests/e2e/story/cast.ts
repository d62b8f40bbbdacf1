import type { Browser, BrowserContext, Page } from '@playwright/test'

/** The visitor of the story, who becomes a supporter. Plainly fictional, with letters that fonts find hard. */
export const applicant = {
  family: '𠮷﨑',
  given: 'さつき',
  familyKana: 'よしざき',
  givenKana: 'さつき',
  kana: 'ヨシザキ',
  workingName: 'さつき',
  email: 'satsuki@mihon.example.jp',
  password: 'asa-no-sanpo-to-koohii',
}

/** What the story carries from step to step. */
export interface Story {
  browser: Browser
  /** The applicant's phone. */
  supporter: Page
  /** The client's phone, from the card on. */
  client: Page | null
  /** Addresses learnt on the way, by what they are. */
  addresses: Record<string, string>
  contexts: BrowserContext[]
}

/** The path of the page that is open. */
export function pathOf(page: Page): string {
  return new URL(page.url()).pathname
}

/** The client's phone, once the card has been opened. */
export function cardOf({ client }: Story): Page {
  if (!client) throw new Error('no card')
  return client
}
