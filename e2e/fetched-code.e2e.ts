/** Code that is loaded when it is needed: what a person sees while it is on its way, and when it cannot come. */
import type { Page } from '@playwright/test'
import { demoIds, fields, loyaltyApi, pages } from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const administrator = 'User Flow Admin'

test.beforeEach(({ consoleErrors }) => {
  consoleErrors.allow(/ERR_INTERNET_DISCONNECTED/)
})

test('a page that is still loading leaves the former in its place, and is announced', async ({
  page,
}) => {
  await signIn(page, administrator, pages.certificates())
  await expect(page.getByRole('heading', { level: 1, name: 'Certificates' })).toBeVisible()
  await slowDown(page)
  await watchHeadings(page)

  await page.getByRole('link', { name: 'User flows', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'User flows' })).toBeVisible()

  expect(await seenHeadings(page)).toEqual(['Certificates', 'User flows'])
  await expect(page.getByRole('alert').filter({ hasText: /^User flows/ })).toBeAttached()
})

test('a page is fetched while the pointer is on the way to its link', async ({ page }) => {
  await signIn(page, administrator, pages.certificates())
  await expect(page.getByRole('heading', { level: 1, name: 'Certificates' })).toBeVisible()
  await expect(page.getByRole('table').or(page.getByRole('grid')).first()).toBeVisible()

  const script = page.waitForRequest((request) => request.resourceType() === 'script')
  await page.getByRole('link', { name: 'User flows', exact: true }).hover()

  await script
  await expect(page.getByRole('heading', { level: 1, name: 'Certificates' })).toBeVisible()
})

test('a tab that cannot be loaded says so, and comes when there is a network', async ({
  page,
  context,
}) => {
  await signIn(page, administrator, pages.connector(demoIds.loyalty))
  await expect(page.getByRole('heading', { level: 1, name: 'Loyalty number lookup' })).toBeVisible()
  await context.setOffline(true)

  await page.getByRole('tab', { name: 'Test', exact: true }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'could not be loaded' })
  await expect(notice).toBeVisible()
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(notice).toBeVisible()
  await context.setOffline(false)
  await notice.getByRole('button', { name: 'Try again' }).click()

  await expect(page.getByRole('button', { name: 'Run test' })).toBeVisible()
  await expect(notice).toBeHidden()
})

test('entries are not lost because the question about them cannot be loaded', async ({
  page,
  context,
}) => {
  await signIn(page, administrator, pages.newConnector())
  await expect(fields(page).name).toBeVisible()
  await context.setOffline(true)
  await fields(page).name.fill(loyaltyApi.name)

  await page.getByRole('link', { name: 'Certificates' }).click()
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  await question.getByRole('button', { name: 'Stay' }).click()
  await expect(question).toBeHidden()
  await expect(fields(page).name).toHaveValue(loyaltyApi.name)
  await page.getByRole('link', { name: 'Certificates' }).click()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await page.getByRole('link', { name: 'Certificates' }).click()
  await question.getByRole('button', { name: 'Leave' }).click()
  await context.setOffline(false)

  await expect(page.getByRole('heading', { level: 1, name: 'Certificates' })).toBeVisible()
})

test('a hint comes with the first visit, and goes with Escape', async ({ page }) => {
  await signIn(page)
  const badge = page.getByText('Demo data')
  const hint = page.getByRole('tooltip')
  await expect(badge).toHaveAccessibleDescription(/\w{3}/)

  await badge.hover()
  await expect(hint).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(hint).toBeHidden()
  await page.getByRole('heading', { level: 1 }).hover()
  await badge.focus()
  await expect(hint).toBeVisible()
  await page.getByRole('button', { name: 'Account' }).focus()
  await expect(hint).toBeHidden()
})

test('a menu is one for the keyboard from the first time it is opened', async ({ page }) => {
  await signIn(page)
  const button = page.getByRole('button', { name: 'Account' })
  const menu = page.getByRole('menu', { name: 'Account' })
  const first = page.getByRole('menuitem').first()

  for (const key of ['Enter', 'ArrowDown', 'Space']) {
    await button.focus()
    await page.keyboard.press(key)
    await expect(menu).toBeVisible()
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await expect(first).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
    await expect(button).toBeFocused()
  }
  await button.click()
  await expect(menu).toBeVisible()
  await button.click()
  await expect(menu).toBeHidden()
})

test('a menu that cannot be loaded says so, and the page stays', async ({ page, context }) => {
  await signIn(page)
  await expect(page.getByRole('grid')).toBeVisible()
  await context.setOffline(true)
  const button = page.getByRole('button', { name: 'Account' })

  await button.click()
  const notice = page.getByRole('dialog', { name: /could not be loaded/ })
  await notice.getByRole('button', { name: 'Close' }).click()
  await expect(notice).toBeHidden()
  await context.setOffline(false)
  await button.click()

  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await expect(page.getByRole('grid')).toBeVisible()
})

/** A line on which a page's code takes its time. */
async function slowDown(page: Page) {
  const network = await page.context().newCDPSession(page)
  const throughput = 100_000
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
}

/** Notes what is the page's heading in each frame; a blank page has an empty one. */
const watchHeadings = (page: Page) =>
  page.evaluate(() => {
    const seen: string[] = []
    const look = () => {
      const heading = document.querySelector('h1')?.textContent ?? ''
      if (seen.at(-1) !== heading) seen.push(heading)
      requestAnimationFrame(look)
    }
    look()
    Object.assign(window, { seen })
  })

const seenHeadings = (page: Page) =>
  page.evaluate(() => (window as unknown as { seen: string[] }).seen)
