import { here } from '#app/platform/here.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { renderDocument } from '#templates/index.ts'
import { blankDocument } from './document.ts'
import { getOwnConsent } from './queries.server.ts'

/**
 * The blank form as PDF, to be printed and signed by hand: the same words as on the screen. It is no
 * issued document: no number, no check code. @returns null when the consent is not the asker's
 */
export async function drawBlankPaper(ctx: Ctx, consentId: string): Promise<Uint8Array | null> {
  const consent = await getOwnConsent(ctx, consentId)
  if (!consent) return null
  const { recipients, today, bodyName } = consent
  const { bytes } = await renderDocument('rosterConsent', blankDocument({ consent, recipients, today }), {
    no: null,
    issuedOn: null,
    issuer: bodyName,
    checkCode: null,
    checkAddress: `${here().env.publicOrigin}/check`,
    formNo: null,
  })
  return bytes
}
