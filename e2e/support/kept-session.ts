/**
 * Sessions that several tests share: signing in through the pages takes longer than most tests.
 * A person's session is made once per worker, in the worker's world, as a person would make it.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { pages } from '../../lib/contract/routes'
import { enterThroughPages } from './sign-in-pages'
import { worldCookie } from './world'

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

/** Gives this browser context the session of the account. */
export type ShareSession = (context: BrowserContext, displayName: string) => Promise<void>

const sharers = new WeakMap<BrowserContext, ShareSession>()

/** From here on, `signIn` in this context takes the shared session. */
export function letShare(context: BrowserContext, share: ShareSession): void {
  sharers.set(context, share)
}

export const sharerOf = (page: Page): ShareSession | undefined => sharers.get(page.context())

/** @param world whose tokens the sessions hold */
export function sharedSessions(browser: Browser, portal: string, world: string): ShareSession {
  const sessions = new Map<string, Promise<StorageState>>()
  return async (context, displayName) => {
    const session =
      sessions.get(displayName) ?? makeSession(browser, { portal, world, displayName })
    sessions.set(displayName, session)
    const { cookies, origins } = await session
    await context.addCookies(cookies)
    await context.addInitScript(restore, origins)
  }
}

type SessionWish = {
  readonly portal: string
  readonly world: string
  readonly displayName: string
}

async function makeSession(browser: Browser, wish: SessionWish): Promise<StorageState> {
  const context = await browser.newContext({ baseURL: wish.portal })
  await context.addCookies([worldCookie(wish.world)])
  const page = await context.newPage()
  // A page that asks Graph for nothing of its own: what a test has prepared waits for the test's first page.
  await page.goto(pages.samples(null))
  await enterThroughPages(page, wish.displayName)
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => /accesstoken/i.test(key)),
  )
  const state = await context.storageState()
  await context.close()
  return state
}

/** Runs in each page. Once per context: after a sign-out, the session is gone for good. */
function restore(origins: StorageState['origins']) {
  const mark = 'e2e.session-restored'
  const own = origins.find(({ origin }) => origin === location.origin)
  if (!own || localStorage.getItem(mark) !== null) return
  localStorage.setItem(mark, '')
  for (const { name, value } of own.localStorage) localStorage.setItem(name, value)
}
