import type { RosterConsentV1 } from '#templates/roster-consent/v1.schema.ts'
import { endOfFiscalYear, fiscalYear } from '#app/shared/fiscal-year.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { ApplicantFacts, ConsentFacts, Recipient } from './views.ts'

export type SignatureOnPaper = NonNullable<RosterConsentV1['answers']>['signature']

interface Signed {
  consent: Pick<ConsentFacts, 'bodyName' | 'text' | 'choices'>
  explainedAt: Date
  recipients: Recipient[]
  today: TokyoDay
  applicant: Pick<ApplicantFacts, 'name' | 'kana' | 'address' | 'phone'>
  proxy: { name: string; relation: string; reason: string } | null
  signature: SignatureOnPaper
}

type Unsigned = Pick<Signed, 'consent' | 'recipients' | 'today'>

/** The paper to be signed by hand: the same words as on the screen, with what was chosen there ticked, and nothing else. */
export function paperToSign(paper: Unsigned): RosterConsentV1 {
  return { ...unsigned(paper), chosen: paper.consent.choices }
}

function unsigned({ consent, recipients, today }: Unsigned): RosterConsentV1 {
  const { wording, items, no, sha256 } = consent.text
  return {
    body: { name: consent.bodyName, addressee: wording.addressee, contact: wording.contact },
    text: { no, sha256, purpose: wording.purpose, items: items.map((item) => item.text), promises: wording.promises },
    registered: wording.registered,
    recipients: recipients.map(({ name, status }) => ({ name, status })),
    recipientsOn: today,
    coversPlanned: wording.coversPlanned,
    recipientListAt: 'マイページの「登録と同意」',
    period: { from: null, to: endOfFiscalYear(fiscalYear(today)) },
    retentionYears: wording.retentionYears,
    answers: null,
  }
}

/** The signed form: what was explained, chosen and signed. Only chosen items are printed. */
export function consentDocument(signed: Signed): RosterConsentV1 {
  const { consent, explainedAt, applicant, proxy, signature } = signed
  const { choices } = consent
  return {
    ...unsigned(signed),
    answers: {
      person: {
        name: applicant.name,
        kana: applicant.kana,
        birthDay: null,
        address: choices.address ? applicant.address : null,
        phone: choices.phone ? applicant.phone : null,
      },
      choices,
      explained: {
        at: explainedAt.toISOString(),
        by: consent.bodyName,
        how: '画面で、一つずつ読みました',
      },
      identity: null,
      signature,
      proxy: proxy && { ...proxy, witness: null },
    },
  }
}
