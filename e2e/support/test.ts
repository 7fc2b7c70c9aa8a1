/**
 * The test function of this suite. Each worker has a world of the emulator, put back to its seed
 * before each test, and shares the sessions in it between its tests. A test fails when the browser
 * complains about anything it did not announce, and when a secret is left anywhere.
 */
import { expect, test as base } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tenantKinds, type TenantKind } from '../../emulator/basics/directories'
import { makePfx, type MadePfx, type PfxWish } from '../../emulator/testing/make-pfx'
import { keepSecrets, releaseCanary, type Canary } from './canary'
import { watchConsole, type ConsoleErrors } from './console-errors'
import { controlOf, type EmulatorControl } from '../../emulator/testing/control-client'
import { letShare, sharedSessions, type ShareSession } from './kept-session'
import { emulatorUrl, worldCookie } from './world'

type Options = {
  /** False where sign-in itself is tested: a world of its own, and every sign-in through the pages. */
  readonly hasSharedSession: boolean
  /** True where the browser keeps no `Secure` cookie, and so MSAL no key for its cache. */
  readonly isCacheOpen: boolean
  /** Which of the world's tenants the emulator of the test is about. */
  readonly tenant: TenantKind
}

type WorkerFixtures = {
  readonly workerWorld: string
  readonly shareSession: ShareSession
}

type Fixtures = {
  readonly world: string
  readonly emulator: EmulatorControl
  readonly consoleErrors: ConsoleErrors
  /** Finds out when something that nobody else may know is kept or said anywhere. */
  readonly canary: Canary
  /** Makes a PKCS#12 file and puts it on disk, to be chosen in a form. */
  readonly certificateFile: (wish: PfxWish, name?: string) => Promise<CertificateFile>
}

export type CertificateFile = MadePfx & { readonly path: string }

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  hasSharedSession: [true, { option: true }],

  isCacheOpen: [false, { option: true }],

  tenant: ['workforce', { option: true }],

  workerWorld: [async ({}, use) => use(randomUUID()), { scope: 'worker' }],

  shareSession: [
    async ({ browser, workerWorld }, use, { project }) =>
      use(sharedSessions(browser, project.use.baseURL ?? '', workerWorld)),
    { scope: 'worker' },
  ],

  world: async ({ hasSharedSession, workerWorld }, use) =>
    use(hasSharedSession ? workerWorld : randomUUID()),

  context: async ({ context, world, hasSharedSession, shareSession }, use) => {
    await resetWorld(world)
    await context.addCookies([worldCookie(world)])
    if (hasSharedSession) letShare(context, shareSession)
    await use(context)
  },

  emulator: ({ world, tenant }, use) => use(controlOf(emulatorUrl, { world, tenant })),

  certificateFile: async ({}, use, testInfo) =>
    use(async (wish, name = 'certificate.pfx') => {
      const made = makePfx(wish)
      const path = testInfo.outputPath(name)
      await writeFile(path, made.pfx)
      return { ...made, path }
    }),

  canary: [
    async ({ context, baseURL, isCacheOpen }, use, { project, workerIndex }) => {
      const canary = await releaseCanary(context, { portal: baseURL ?? '', isCacheOpen })
      await use(canary)
      expect(await canary.leaks(), 'places in which a secret can be read').toEqual([])
      await keepSecrets(project.outputDir, workerIndex, canary.secrets)
    },
    { auto: true },
  ],

  consoleErrors: [
    async ({ context, baseURL }, use) => {
      const consoleErrors = await watchConsole(context, baseURL ?? '')
      await use(consoleErrors)
      expect(consoleErrors.unexpected(), 'errors in the console of the browser').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** All its tenants: an earlier test of the worker may have changed another than this one is about. */
const resetWorld = (world: string) =>
  Promise.all(tenantKinds.map((tenant) => controlOf(emulatorUrl, { world, tenant }).reset('demo')))
