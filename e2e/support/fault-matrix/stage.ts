/** Browsers of their own on worlds of their own, as many as a test wants at the same time. */
import type { Browser } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { keepSecrets, releaseCanary, type Canary } from '../canary'
import { watchConsole, type ConsoleErrors } from '../console-errors'
import { controlOf, type EmulatorControl } from '../../../emulator/testing/control-client'
import { signIn } from '../sign-in'
import { expect, test as base } from '../test'
import { emulatorUrl, worldCookie } from '../world'
import { small, type Operation, type Stage } from './operation'
import { pfxPassword } from './writes'

type Opening = { readonly account: string; readonly address: string }

type Watch = { readonly canary: Canary; readonly consoleErrors: ConsoleErrors }

type Fixtures = {
  /** Opens a browser where the operation is done, signed in, on a small tenant. */
  readonly openStage: (operation: Operation) => Promise<Stage>
}

export const test = base.extend<Fixtures>({
  openStage: async ({ browser, baseURL, certificateFile }, use, testInfo) => {
    const portal = baseURL ?? ''
    const watches: Watch[] = []
    await use(async (operation) => {
      const world = randomUUID()
      const emulator = controlOf(emulatorUrl, { world, tenant: operation.tenant })
      const { context, ...watch } = await openBrowser(browser, portal, world)
      watches.push(watch)
      const page = await context.newPage()
      await enter({ page, emulator }, operation)
      return {
        page,
        emulator,
        certificateFile: (name) => certificateFile({ password: pfxPassword }, name),
        leaks: watch.canary.leaks,
      }
    })
    for (const { canary, consoleErrors } of watches) {
      expect(consoleErrors.unexpected(), 'errors in the console of the browser').toEqual([])
      const { project, workerIndex } = testInfo
      await keepSecrets(project.outputDir, workerIndex, canary.secrets)
    }
  },
})

async function openBrowser(browser: Browser, portal: string, world: string) {
  const context = await browser.newContext({ baseURL: portal, reducedMotion: 'reduce' })
  await context.addCookies([worldCookie(world)])
  await context.addInitScript(forgetFlows)
  const canary = await releaseCanary(context, { portal })
  const consoleErrors = await watchConsole(context, portal)
  consoleErrors.allow(/status of [45]\d\d/)
  return { context, canary, consoleErrors }
}

/** Runs in each page before it: its world was reset meanwhile, so what the tab has kept of it is not true. */
function forgetFlows() {
  if (window.origin === 'null') return // a page without an address has no storage
  const kept = Object.keys(sessionStorage).filter((key) => key.startsWith('portal.flows.'))
  for (const key of kept) sessionStorage.removeItem(key)
}

async function enter(
  { page, emulator }: Pick<Stage, 'page'> & { readonly emulator: EmulatorControl },
  { account, address }: Opening,
) {
  await small(emulator)
  await signIn(page, account, address)
}
