import { drawBlankPaper } from '#app/features/consent/blank-paper.server.ts'
import { resource } from '#app/http/page.server.ts'

/** The form to be printed and signed by hand. */
export const loader = resource({ audience: 'supporter', action: 'consent.view' }, async ({ ctx, params }) => {
  const bytes = await drawBlankPaper(ctx, params.consentId ?? '')
  if (!bytes) return null
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="touroku-douisho.pdf"' },
  })
})
