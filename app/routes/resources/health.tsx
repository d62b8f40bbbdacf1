import { databaseAnswers } from '#app/http/health.server.ts'
import { resource } from '#app/http/page.server.ts'

export const loader = resource({ audience: 'public', action: 'health.check' }, async () => {
  const well = await databaseAnswers()
  return new Response(well ? 'ok\n' : 'データベースから返事がありません。\n', {
    status: well ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
})
