import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/** The first two parts of an address. */
function beginning(path: string): string[] {
  return path.split('/').filter(Boolean).slice(0, 2)
}

function isFixed(part: string): boolean {
  return !/[:*?]/.test(part)
}

/** May an address with this beginning belong to a route with that path? A part that is not fixed may be anything. */
function mayBe(path: string, wanted: readonly string[]): boolean {
  return beginning(path).every((part, at) => !isFixed(part) || part === wanted[at])
}

/**
 * The framework compares an address with all routes of the build it is given, several times a request; with a hundred
 * of them that is a good part of a page. This gives for each address a build with the routes that it may belong to.
 * @returns the same build for the same beginning; the whole one for an address that begins like no route
 */
export function sectionsOf(build: ServerBuild): (path: string) => ServerBuild {
  const all = Object.entries(build.routes)
  const pages = all.filter(([, route]) => route?.parentId === 'root')
  // Routes inside one another would have to be kept together; there are none.
  if (pages.length !== all.length - 1) return () => build
  const sections = new Map<string, ServerBuild>()
  for (const [, page] of pages) {
    const parts = beginning(page?.path ?? '')
    if (parts.length === 0 || !parts.every(isFixed)) continue
    const own = all.filter(([id, route]) => id === 'root' || mayBe(route?.path ?? '', parts))
    sections.set(parts.join('/'), { ...build, routes: Object.fromEntries(own) as Routes })
  }
  return (path) => sections.get(beginning(path).join('/')) ?? build
}
