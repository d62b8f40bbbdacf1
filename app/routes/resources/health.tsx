import { resource } from '#app/http/page.server.ts'

export const loader = resource(
  { audience: 'public', action: 'course.view' },
  async () => new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } }),
)
