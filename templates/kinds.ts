import { agreedPlanV1 } from './agreed-plan/v1.schema.ts'
import { completionCertificateV1 } from './completion-certificate/v1.schema.ts'
import { incidentReportV1 } from './incident-report/v1.schema.ts'
import { provisionListV1 } from './provision-list/v1.schema.ts'
import { rosterConsentV1 } from './roster-consent/v1.schema.ts'
import type { z } from 'zod'

/**
 * The data of every kind of document in its newest version. Light: importing it loads no font and no PDF
 * library, so commands may check their data with it.
 */
export const documentSchemas = {
  completionCertificate: completionCertificateV1,
  rosterConsent: rosterConsentV1,
  provisionList: provisionListV1,
  agreedPlan: agreedPlanV1,
  incidentReport: incidentReportV1,
}
export type DocumentKind = keyof typeof documentSchemas
export type DocumentData<K extends DocumentKind> = z.infer<(typeof documentSchemas)[K]>
