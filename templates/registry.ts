import { agreedPlan } from './agreed-plan/v1.ts'
import { completionCertificateFirst } from './completion-certificate/v1.ts'
import { completionCertificate } from './completion-certificate/v2.ts'
import { incidentReport } from './incident-report/v1.ts'
import { provisionList } from './provision-list/v1.ts'
import { rosterConsent } from './roster-consent/v1.ts'
import type { z } from 'zod'
import type { DocumentData, DocumentKind } from './kinds.ts'
import type { Template } from './template.ts'

/** The newest version of every kind of document. */
export const documentKinds = { completionCertificate, rosterConsent, provisionList, agreedPlan, incidentReport }

/** Versions that new documents are not made with any more. */
const earlier = [completionCertificateFirst]

/** One version of a kind of document. @throws RangeError when there is none */
export function templateOf<K extends DocumentKind>(kind: K, version: number): Template<z.ZodType<DocumentData<K>>> {
  const found = [documentKinds[kind], ...earlier].find((one) => one.kind === kind && one.version === version)
  if (!found) throw new RangeError(`no version ${version} of ${kind}`)
  return found as unknown as Template<z.ZodType<DocumentData<K>>>
}
