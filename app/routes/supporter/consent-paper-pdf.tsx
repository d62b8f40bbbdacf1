import { drawPaper } from '#app/features/consent/draw-paper.server.ts'
import { insteadOfSigning, isPaperOpen } from '#app/features/consent/presenter/signing.ts'
import { getOwnConsent } from '#app/features/consent/queries.server.ts'
import { goOn } from '#app/http/answers.server.ts'
import { resource } from '#app/http/page.server.ts'

/** The paper to be printed and signed by hand, ticked as it was chosen on the screen. */
export const loader = resource({ audience: 'supporter', action: 'consent.view' }, async ({ ctx, params }) => {
  const facts = await getOwnConsent(ctx, params.consentId ?? '')
  if (!facts) return null
  if (!isPaperOpen(facts)) return goOn(insteadOfSigning(facts))
  return new Response(new Uint8Array(await drawPaper(facts)), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="touroku-douisho.pdf"' },
  })
})
