import { agreedPlan } from './agreed-plan/v1.ts'
import { completionCertificate } from './completion-certificate/v1.ts'
import { incidentReport } from './incident-report/v1.ts'
import { provisionList } from './provision-list/v1.ts'
import { rosterConsent } from './roster-consent/v1.ts'

/** The newest version of every kind of document. */
export const documentKinds = { completionCertificate, rosterConsent, provisionList, agreedPlan, incidentReport }
