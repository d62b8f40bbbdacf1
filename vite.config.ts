import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vitest/config'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const underTest = process.env.VITEST !== undefined

export default defineConfig({
  plugins: [
    tailwindcss(),
    !underTest &&
      remix({
        ignoredRouteFiles: ['**/*'],
        future: {
          v3_fetcherPersist: true,
          v3_relativeSplatPath: true,
          v3_throwAbortReason: true,
          v3_singleFetch: true,
          v3_routeConfig: true,
          // Off: one unauthenticated request for the manifest would cost seconds of computing.
          v3_lazyRouteDiscovery: false,
        },
      }),
  ],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  test: {
    globalSetup: ['tests/setup/template.ts'],
    setupFiles: ['tests/setup/each-file.ts'],
    include: ['app/**/*.test.{ts,tsx}', 'emails/**/*.test.{ts,tsx}', 'templates/**/*.test.ts', 'tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
