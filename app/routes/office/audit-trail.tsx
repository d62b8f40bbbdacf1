import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentTrail } from '#app/features/oversight/presenter/trail.ts'
import { rowNumber } from '#app/features/oversight/forms.ts'
import { getTrail } from '#app/features/oversight/queries/audit-trail.server.ts'
import { TrailPage } from '#app/features/oversight/ui/trail.tsx'
import { page } from '#app/http/page.server.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '監査｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'audit.view' }, async ({ ctx, params, url }) => {
  const trail = await getTrail(ctx, params.entityId ?? '', rowNumber(url.searchParams.get('before')))
  return trail && presentTrail(trail, 'この記録の、変更と閲覧')
})

export default function AuditTrail() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return (
    <Desk frame={frame} flash={flash}>
      <TrailPage view={view} crumb={'変更と閲覧の記録'} />
    </Desk>
  )
}
