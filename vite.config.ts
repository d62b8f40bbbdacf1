import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vitest/config'
import { kinds } from './tests/setup/kinds.ts'
import { LongestFirst } from './tests/setup/longest-first.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const underTest = process.env.VITEST !== undefined
const setupFiles = ['tests/setup/each-file.ts']

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
    pool: 'forks',
    maxWorkers: 2,
    // Files share a process, as requests do: a fresh one for each would warm up the engine and load the product anew.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'pure', include: kinds.pure, exclude: kinds.database, setupFiles } },
      { extends: true, test: { name: 'database', include: kinds.database, setupFiles, globalSetup: ['tests/setup/template.ts'] } },
    ],
  },
})
