import { resource } from '#app/http/page.server.ts'

export const loader = resource({ audience: 'public', action: 'course.view' }, async () => null)
