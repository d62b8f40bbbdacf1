import { here } from '#app/platform/here.server.ts'
import { renderDocument } from '#templates/index.ts'
import { paperToSign } from './document.ts'
import type { ConsentFacts } from './views.ts'

/** The paper to be signed by hand, as PDF. It is no issued document: no number, no check code. */
export async function drawPaper(consent: ConsentFacts): Promise<Uint8Array> {
  const { recipients, today, bodyName } = consent
  const { bytes } = await renderDocument('rosterConsent', paperToSign({ consent, recipients, today }), {
    no: null,
    issuedOn: null,
    issuer: bodyName,
    checkCode: null,
    checkAddress: `${here().env.publicOrigin}/check`,
    formNo: null,
  })
  return bytes
}
