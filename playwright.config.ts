import { defineConfig } from '@playwright/test'
import { chromiumArgs, chromiumPath } from './scripts/lib/browser.mjs'
import { wantedPorts } from './scripts/lib/ports.mjs'

const portal = `http://localhost:${wantedPorts().PORT}`
/** What can be judged only when everything else is over. */
const afterwards = 'afterwards/*.e2e.ts'

const executablePath = await chromiumPath()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Generous, since a machine of two cores also runs the portal, the emulator and the browsers.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // The only snapshot is a document that people read.
  snapshotPathTemplate: 'docs/{arg}{ext}',
  reporter: 'list',
  use: {
    baseURL: portal,
    // A colour halfway between two states is no colour that anybody has to read.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording slows every test down; `--trace on` does it when one has to be understood.
    trace: 'off',
    launchOptions: { args: chromiumArgs, ...(executablePath && { executablePath }) },
  },
  projects: [
    { name: 'chromium', testIgnore: afterwards, teardown: 'afterwards' },
    { name: 'afterwards', testMatch: afterwards },
  ],
  // The demo is what is tested: the production build on the emulator, started as a person would.
  webServer: {
    command: 'node scripts/demo.mjs',
    url: `${portal}/api/ready`,
    timeout: 300_000,
    reuseExistingServer: true,
  },
})
