import type { ServerBuild } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import routeConfig from '#app/routes.ts'
import type { Intent } from '#app/http/submit.server.ts'
import * as entry from '#app/entry.server.tsx'
import * as root from '#app/root.tsx'

type RouteModule = ServerBuild['routes'][string]['module']

/** A route with its code: where it answers, and the buttons of its action. */
export interface Place {
  /** `supporter/visit`. */
  name: string
  /** `my/visits/:visitId`, without a slash at its ends. */
  path: string
  module: RouteModule
  /** The buttons by name; null where the page has no action, `{}` where the action asks for nothing. */
  intents: Record<string, Intent> | null
}

const sources = import.meta.glob<RouteModule>('/app/routes/**/*.tsx')

function nameOf(entry: RouteConfigEntry): string {
  return entry.file.replace(/^routes\/|\.tsx$/g, '')
}

function entries(): RouteConfigEntry[] {
  if (!Array.isArray(routeConfig)) throw new Error('the table of routes is not a list')
  return routeConfig
}

/** Every route of the table with its module. */
export async function places(): Promise<Place[]> {
  return Promise.all(
    entries().map(async (entry) => {
      const module = await sources[`/app/${entry.file}`]!()
      const action = module.action as { intents?: Record<string, Intent> } | undefined
      return { name: nameOf(entry), path: entry.path ?? '', module, intents: action ? (action.intents ?? {}) : null }
    }),
  )
}

/** The server build out of the sources, as the bundler makes it from the same table. */
export async function buildFromSources(): Promise<ServerBuild> {
  const known = new Map((await places()).map((place) => [place.name, place.module]))
  const routes: ServerBuild['routes'] = { root: { id: 'root', path: '', module: root as RouteModule } }
  for (const entry of entries()) {
    const id = entry.file.replace(/\.tsx$/, '')
    routes[id] = { id, parentId: 'root', path: entry.path, index: entry.index, module: known.get(nameOf(entry))! }
  }
  return {
    mode: 'test',
    entry: { module: entry },
    routes,
    assets: { entry: { module: '/assets/entry.js', imports: [] }, routes: manifest(routes), url: '/assets/manifest.js', version: 'sources' },
    basename: '/',
    publicPath: '/',
    assetsBuildDirectory: 'public',
    future: {
      v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true,
      v3_lazyRouteDiscovery: false,
    },
    isSpaMode: false,
  }
}

function manifest(routes: ServerBuild['routes']): ServerBuild['assets']['routes'] {
  return Object.fromEntries(Object.values(routes).map(({ id, parentId, path, index, module }) => [id, {
    id, parentId, path, index, module: `/assets/${id}.js`, imports: [], css: [],
    hasAction: Boolean(module.action), hasLoader: Boolean(module.loader), hasErrorBoundary: Boolean(module.ErrorBoundary),
    hasClientAction: false, hasClientLoader: false,
  }]))
}
