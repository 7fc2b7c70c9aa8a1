/**
 * The test function of this suite. Each test has a world of the emulator to itself, so that all can
 * run at once, and fails when the browser complains about anything it did not announce.
 */
import { expect, test as base } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { makePfx, type MadePfx, type PfxWish } from '../../emulator/testing/make-pfx'
import { wantedPorts } from '../../scripts/lib/ports.mjs'
import { watchConsole, type ConsoleErrors } from './console-errors'
import { emulatorOf, type Emulator } from './emulator'

type Fixtures = {
  readonly world: string
  readonly emulator: Emulator
  readonly consoleErrors: ConsoleErrors
  /** Makes a PKCS#12 file and puts it on disk, to be chosen in a form. */
  readonly certificateFile: (wish: PfxWish, name?: string) => Promise<CertificateFile>
}

export type CertificateFile = MadePfx & { readonly path: string }

const emulatorUrl = `http://localhost:${wantedPorts().EMULATOR_PORT}`

export const test = base.extend<Fixtures>({
  world: async ({}, use) => use(randomUUID()),

  context: async ({ context, world }, use) => {
    await context.addCookies([{ name: 'emulator-world', value: world, url: emulatorUrl }])
    await use(context)
  },

  emulator: async ({ playwright, world }, use) => {
    const request = await playwright.request.newContext({ baseURL: emulatorUrl })
    await use(emulatorOf(request, world))
    await request.dispose()
  },

  certificateFile: async ({}, use, testInfo) =>
    use(async (wish, name = 'certificate.pfx') => {
      const made = makePfx(wish)
      const path = testInfo.outputPath(name)
      await writeFile(path, made.pfx)
      return { ...made, path }
    }),

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
