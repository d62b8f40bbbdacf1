// npm run test:e2e [-- story]: the journeys in Chromium against the built product with fresh demo data.
import { bin, chromium, ensureBuilt, ensureGenerated, ensurePackages, ensureProgram, run } from './steps.mjs'

ensurePackages()
ensureProgram('Chromium', 'chromium', () => chromium() !== undefined)
ensureGenerated()
ensureBuilt()
run('Playwright', bin('playwright'), ['test', '--config', 'tests/e2e/playwright.config.ts', ...process.argv.slice(2)], {
  env: { CHROMIUM: chromium() },
})
