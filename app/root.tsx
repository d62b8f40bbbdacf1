import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Links, Outlet, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorScreen } from '#app/ui/page/error-screen.tsx'
import { PageMeta } from '#app/ui/page/page-meta.tsx'
import { useNonce } from '#app/ui/nonce.tsx'
import appCss from '#app/ui/styles/app.css?url'
import fontsCss from '#app/ui/styles/fonts.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: fontsCss },
  { rel: 'stylesheet', href: appCss },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/icon-180.png' },
  { rel: 'manifest', href: '/site.webmanifest' },
]

export const meta: MetaFunction = () => [{ title: 'よりそい' }]

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <PageMeta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

/** The page for everything thrown: not there (404), changed meanwhile (409), no longer usable (410), unexpected. */
export function ErrorBoundary() {
  const error = useRouteError()
  return <ErrorScreen status={isRouteErrorResponse(error) ? error.status : 500} />
}
