import { Meta, UNSAFE_RemixContext, useMatches } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { useContext } from 'react'

const prefix = '入力の確認：'

type RemixContext = NonNullable<ComponentProps<typeof UNSAFE_RemixContext.Provider>['value']>
type RouteModules = RemixContext['routeModules']

/**
 * What a page says of itself. Its title begins with 「入力の確認：」 while its form is given back, so that whoever
 * hears the page knows at its first word. A page's own `meta` cannot know that; so it is asked from here.
 */
export function PageMeta() {
  const remix = useContext(UNSAFE_RemixContext)
  const page = useMatches().at(-1)
  if (!remix || !page || !isGivenBack(page.data)) return <Meta />
  return (
    <UNSAFE_RemixContext.Provider value={{ ...remix, routeModules: prefixed(remix.routeModules, page.id) }}>
      <Meta />
    </UNSAFE_RemixContext.Provider>
  )
}

function isGivenBack(seen: unknown): boolean {
  return typeof seen === 'object' && seen !== null && 'givenBack' in seen && seen.givenBack === true
}

function prefixed(modules: RouteModules, id: string): RouteModules {
  const own = modules[id]
  const { meta } = own ?? {}
  if (!own || typeof meta !== 'function') return modules
  const titled: typeof meta = (args) =>
    meta(args)?.map((one) => (one && 'title' in one ? { title: `${prefix}${String(one.title)}` } : one))
  return { ...modules, [id]: { ...own, meta: titled } }
}
