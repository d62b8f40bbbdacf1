import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentConsents } from '#app/features/consent/presenter/desk.ts'
import { listConsents } from '#app/features/consent/queries.server.ts'
import { ConsentTable } from '#app/features/consent/ui/consent-table.tsx'
import { page } from '#app/http/page.server.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '同意と登録｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'consent.view' }, async ({ ctx, url }) => {
  const rows = await listConsents(ctx)
  return rows && presentConsents(rows, url.searchParams.get('stage'))
})

export default function Screen() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return <Desk frame={frame} flash={flash}><ConsentTable view={view} /></Desk>
}
