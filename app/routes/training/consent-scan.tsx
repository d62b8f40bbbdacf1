import { getPaperScan } from '#app/features/consent/queries.server.ts'
import { resource } from '#app/http/page.server.ts'

const endings: Record<string, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }

/** A scan as it came: handed over as a file, never shown inside a page of ours. */
export const loader = resource({ audience: 'staff', action: 'consent.confirmPaper' }, async ({ ctx, params }) => {
  const { consentId = '', paperId = '' } = params
  const scan = await getPaperScan(ctx, { consentId, paperId })
  if (!scan) return null
  return new Response(new Uint8Array(scan.bytes), {
    headers: {
      'Content-Type': scan.mime,
      'Content-Disposition': `attachment; filename="paper.${endings[scan.mime] ?? 'bin'}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
  })
})
